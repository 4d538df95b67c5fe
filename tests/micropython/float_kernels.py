# The inner loops of the float programs of bench/ allocate nothing: with the collector off, the bytes
# in use are the same after them. (Floats whose exponent is too rare for a word take a cell; on 32
# bits, those below 1e-9 or so. So these bodies have masses and distances near 1.)
import gc
import io
import sys

sys.path.insert(0, "../../bench")
sys.argv = ["float_kernels.py", "1"]
out, sys.stdout = sys.stdout, io.StringIO()
import fft
import mandelbrot
import nbody
import spectral_norm

sys.stdout = out
gc.collect()
gc.disable()

bodies = [nbody.Body(i * 1.5, i * -0.5, i * 0.25, i * 0.001, i * 0.002, 0.001, 1.0)
          for i in range(5)]
nbody.advance(bodies, 0.01)  # the first time may fill caches
before = gc.mem_alloc()
nbody.advance(bodies, 0.01)
nbody.advance(bodies, 0.01)
print("nbody", gc.mem_alloc() - before)

mandelbrot.escapes(0.1, 0.1)
before = gc.mem_alloc()
mandelbrot.escapes(0.1, 0.1)
print("mandelbrot", gc.mem_alloc() - before)

vector = [1.0] * 100
spectral_norm.row_times(3, vector)
before = gc.mem_alloc()
spectral_norm.row_times(3, vector)
spectral_norm.column_times(3, vector)
print("spectral_norm", gc.mem_alloc() - before)

re, im = [float(i & 15) for i in range(fft.SIZE)], [0.0] * fft.SIZE
cosines, sines = [0.5] * fft.SIZE, [0.25] * fft.SIZE
before = gc.mem_alloc()
fft.transform(re, im, cosines, sines, 1.0)
print("fft", gc.mem_alloc() - before)

# What the figures can show: a float in a cell counts.
big = 1e30 if sys.maxsize < 1 << 32 else 1e300
before = gc.mem_alloc()
big = big * 0.5
print("a cell", gc.mem_alloc() - before > 0)
