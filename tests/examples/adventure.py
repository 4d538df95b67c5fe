# command: -X heapsize=256K ../../examples/adventure.py
