"""Texts that would make a printer fetch, run, embed or turn something, if it obeyed them."""

ELSEWHERE = "http://127.0.0.1:{port}"
TARGETS = (f"{ELSEWHERE}/x", "file:///etc/passwd", "///127.0.0.1:{port}/x", "data:text/html,<b>x")
TAGS = (
    '<img src="{0}">',
    '<img srcset="{0} 2x">',
    '<link rel=attachment href="{0}">',
    '<a rel=attachment href="{0}">x</a>',
    '<link rel=stylesheet href="{0}">',
    '<object data="{0}"></object>',
    '<embed src="{0}">',
    '<iframe src="{0}"></iframe>',
    '<base href="{0}">',
    '<svg><image href="{0}"/></svg>',
    '<svg><use href="{0}#a"/></svg>',
    '<p style="background:url({0})">x</p>',
    '<p style="content:url({0})">x</p>',
    "<style>@import '{0}';</style>",
    "<style>@font-face{{font-family:x;src:url({0})}}</style>",
    '<table background="{0}"><tr><td>x</td></tr></table>',
    '<meta http-equiv=refresh content="0;url={0}">',
    '<form action="{0}"><input name=a></form>',
    '<video poster="{0}"></video>',
    '"><img src="{0}">',
    "]]></style><link rel=attachment href='{0}'>",
)
SCRIPTS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "javascript:alert(1)",
    "<a href=javascript:alert(1)>x</a>",
    "--></title><script>x</script>",
)
TEMPLATES = (
    "{{ 7*7 }}",
    "{% for x in range(9) %}x{% endfor %}",
    "{{ ''.__class__.__mro__ }}",
    "{{ cycler.__init__.__globals__ }}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "{# x #}",
    "%(x)s {0} {x!r}",
)
SYNTAX = (
    ") Tj ET Q",
    "endstream endobj",
    "/JavaScript /JS (app.alert(1))",
    "<< /S /Launch /F (cmd.exe) >>",
    "/OpenAction << /S /URI >>",
    "%%EOF 1 0 obj",
    "\\) \\( \\\\",
    "<?xpacket end='w'?></rdf:RDF>",
    '</rdf:Description><pdf:Producer>x</pdf:Producer>"',
)
FORMULAS = ("=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(1)", "=HYPERLINK('http://x','y')")
NAMES = (
    "<Onbekend> & </Onbemind>",
    "Naam" * 50,
    "a\u202efdp.exe",
    "\u2067links\u2069 rechts",
    "\u200fmerk",
    "محمد بن علي",
    "דוד כהן",
    "Ł́ō̃",
    "王小明",
    "D'Arcy-O’Neill «x»",
)
VECTORS = (
    *(tag.format(target) for tag in TAGS for target in TARGETS),
    *SCRIPTS,
    *TEMPLATES,
    *SYNTAX,
    *FORMULAS,
    *NAMES,
)
