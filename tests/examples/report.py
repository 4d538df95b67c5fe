# command: -X heapsize=256K ../../examples/report.py
