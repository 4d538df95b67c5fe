# args: -X heapsize=32K
# exit: 1
# stderr: ^MemoryError: memory allocation failed(, allocating \d+ bytes)?$
# A heap that is full to the last block: the error can still be handled, and be printed at the end.
def fill(item):
    keep = []
    try:
        while True:
            keep = [keep, item()]
    except MemoryError as e:
        text = str(e)[:24]
        text = "%s (%d)" % (text, len(list(range(3))))
        return text, len(keep)


for item in list, dict, bytearray, lambda: bytearray(16):
    print(fill(item))
keep = []
while True:
    keep = [keep, []]
