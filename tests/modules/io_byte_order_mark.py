# A byte order mark stands at the start of a file only.
import os
p = os.getenv('TMPDIR', '/tmp') + '/bom.txt'
def show(label):
    with open(p, 'rb') as f: print(label, f.read())
for enc in ('utf-16', 'utf-32', 'utf-8-sig', 'utf-16-le', 'latin-1'):
    with open(p, 'w', encoding=enc) as f:
        f.write(''); f.write('a'); f.write('b\n'); print('c', file=f)
    show(enc)
    with open(p, 'a', encoding=enc) as f: f.write('d'); f.write('e')
    show('append')
    with open(p, encoding=enc) as f: print(repr(f.read()))
    with open(p, 'w', encoding=enc) as f:
        f.write('xyz'); f.seek(0); f.write('XY')
    show('seek')
    with open(p, 'a', encoding=enc) as f: f.seek(0); f.write('q')
    show('seek append')
    os.remove(p)
    with open(p, 'a', encoding=enc) as f: f.write('n'); f.write('m')
    show('new')
    with open(p, 'w+', encoding=enc) as f: f.write('n'); f.flush(); f.write('m'); f.seek(0); print(f.read())
    with open(p, 'w', encoding=enc) as f: f.write('')
    show('empty')
