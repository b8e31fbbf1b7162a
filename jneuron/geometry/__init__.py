"""From declarations to discretised trees: 3-D points, segments, areas, axial resistances, the order of nodes."""
