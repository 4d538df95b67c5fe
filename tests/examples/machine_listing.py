# command: -X heapsize=256K ../../examples/machine.py -l
