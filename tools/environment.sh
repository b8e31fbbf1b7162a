# Sourced by run-example and run-tests: makes the virtual environment .venv, and keeps it up to date.
#
#   environment plot          installs jneuron from this folder with the extra `plot`, and puts .venv/bin first on PATH

find_python() {
    local candidate
    for candidate in "${PYTHON:-}" python3.13 python3.12 python3.11 python3 python; do
        if [ -n "$candidate" ] && command -v "$candidate" >/dev/null &&
            "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    echo "jneuron needs Python 3.11 or later with its venv module; set PYTHON=/path/to/python to name one." >&2
    return 1
}

environment() {
    local extras="$1" folder="$PWD/.venv" python stamp wanted
    if [ ! -x "$folder/bin/python" ]; then
        python="$(find_python)"
        echo "making .venv with $("$python" --version)" >&2
        "$python" -m venv "$folder"
    fi

    # installing again is needed only when pyproject.toml says something new
    stamp="$folder/installed-${extras//,/-}"
    wanted="$(cksum pyproject.toml)"
    if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
        echo "installing jneuron[$extras] into .venv (a minute or two the first time)" >&2
        "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --editable ".[$extras]"
        echo "$wanted" >"$stamp"
    fi
    export PATH="$folder/bin:$PATH"
}
