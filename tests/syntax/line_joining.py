# Implicit and explicit line joining, comments, blank lines, semicolons, odd indentation.
x = [1,
     2,  # comment inside brackets

 3,
   ]
print(x)
y = 1 + \
    2 + \
3
print(y)
def f(a,
      b=2,  # comment
      ):
  # comment at odd indent
    return (a
            +
            b)
print(f(1))
if x and \
   y:
        z = "deep indent"
	# tab comment
        print(z)

d = {
    "a": 1,
    **{
    "b": 2},
}; print(d)
if True:
 print("one space")
 if True:
  print("two")
class C:

    # leading comment

    def m(self):

        return "m"



    n = 1
print(C().m(), C.n); print("end" # comment
)
assert (1,
        2) == (1, 2), \
    "never"
for i in (1,
2): print(i, end=" ") ;
print()
