# command: -X heapsize=256K ../../examples/adventure.py play
# stdin: get rope\ni\nhelp\nnorth\nx gull\nrestore\nsave\nrestore\nfoo\n
