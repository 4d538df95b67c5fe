# Grouping in the fractional part (3.14).
print(f"{1234567.1234567:.6_f} {1234567.1234567:,.6_f} {1234567.1234567:_.6,f}")
print(f"{0.5:.6,f} {1.0:.3_f} {1.0:.4_f}")
print(f"{123456.123456:.12,f}"[:16])
try:
    f"{1.5:.2q_f}"
except ValueError as e:
    print(type(e).__name__)
