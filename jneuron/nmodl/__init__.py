"""The NMODL compiler: .mod files in, mechanisms out, by small passes over an immutable tree."""
