# A callback that raises is reported; the others are called.
# stderr: ^Exception ignored while calling gc callback <function bad at 0x[0-9a-f]+>:\nTraceback(.|\n)*ValueError: start\n
import gc
def bad(phase, info):
    raise ValueError(phase)
gc.callbacks.append(bad)
gc.callbacks.append(lambda phase, info: print(phase))
gc.collect()
gc.callbacks.clear()
print("end")
