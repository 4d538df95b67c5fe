# command: -X heapsize=256K ../../examples/report.py /nonexistent.json
# exit: 1
# stderr: ^report: can.t read /nonexistent.json .error 2.$
