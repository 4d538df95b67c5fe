# Logarithms of ints that a float can hold are those of the float.
import math
top = int(math.log10(3.4e38)) + 1
print([n for n in range(top) if math.log10(10 ** n) != math.log10(float(10 ** n))])
print([n for n in range(120) if math.log2(2 ** n) != n])
print([n for n in range(80) if math.log(3 ** n) != math.log(float(3 ** n))])
print(round(math.log10(10 ** 5000), 2), round(math.log2(2 ** 5000 + 1), 2))
