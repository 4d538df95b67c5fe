# command: -X heapsize=256K ../../examples/heap_tour.py
