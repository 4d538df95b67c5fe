# Identifiers in form NFKC are the same when their normal forms are (PEP 3131).
ﬁ = 3
print(fi, ﬁ, "fi" in globals(), "ﬁ" in globals())


class A:
    ª = 1
    ｓｅｌｆ = 2

    def 𝐦ethod(self, 𝐱, *, ſ=0):
        return x, s


print(A.a, A.self, A().method(1), A().method(𝐱=2, s=3), A().𝓂𝑒𝓉𝒽𝑜𝒹(x=4, ſ=5))
print(A.method.__code__.co_varnames, getattr(A, "ª", "attribute names given as text are left alone"))
é = "composed"
é = "decomposed"
print(é, [ascii(n) for n in globals() if not n.isascii()])
print(f"{ﬁ} {𝐱 if (𝐱 := 7) else 0}", x)
import ｓｙｓ
print(sys is ｓｙｓ)
long_name = "ﬃ" * 60
exec(long_name + " = 1; print(max(len(n) for n in globals()))")
