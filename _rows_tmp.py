import sys
from tests.walls import matrix, addresses
MINE=("rights.","corrections.","retention.","yearly.")
with matrix.made() as gate:
    kept=[r for r in matrix.read() if not r.endpoint.startswith(MINE)]
    rows=[]
    for address in addresses.every(gate):
        if not address.rule.endpoint.startswith(MINE): continue
        main=None
        for relation in matrix.relations(address):
            fresh = main is None or relation=="away"
            try:
                row = matrix.chosen(gate,address,relation) if fresh else matrix.Row(address.rule.endpoint,address.method,relation,main.stage,main.by,{})
            except LookupError as e:
                print("LOOKUP", address.name, relation, e); continue
            main = main or row
            row.answers=matrix.observe(gate,address,row)
            rows.append(row)
            print(row.key,row.stage,row.by,*row.answers.values(),flush=True)
    matrix.write(kept+rows)
