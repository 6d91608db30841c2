"""A small issuer on this machine, with a real key: it says what a test asks it to say."""

import json
import threading
from base64 import urlsafe_b64encode
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "bureau", "a secret between two houses"
LOA3 = "urn:etoegang:core:assurance-class:loa3"
KEY = RSAKey.generate_key(2048, {"kid": "one"}, auto_kid=False)
OTHER = RSAKey.generate_key(2048, {"kid": "one"}, auto_kid=False)


class Issuer:
    """What this issuer tells of itself, and of whoever signs in there."""

    def __init__(self, port):
        self.origin = f"http://127.0.0.1:{port}"
        self.told = {
            "issuer": self.origin,
            "authorization_endpoint": f"{self.origin}/authorize",
            "token_endpoint": f"{self.origin}/token",
            "jwks_uri": f"{self.origin}/keys",
            "end_session_endpoint": f"{self.origin}/out",
        }
        self.claims, self.asked, self.redeemed = {}, {}, set()
        self.key, self.header = KEY, {"alg": "RS256", "kid": "one"}
        self.heard = []
        self.odd = {}  # by path: what is answered there as bytes, and its headers

    def authorize(self, address, now, subject, **other):
        """Sign `subject` in, as asked by `address`; the way back to the house."""
        asked = {name: found[0] for name, found in parse_qs(urlsplit(address).query).items()}
        self.asked = asked
        moment = int(now.timestamp())
        self.claims = {
            "iss": self.origin,
            "aud": asked["client_id"],
            "sub": subject,
            "nonce": asked["nonce"],
            "acr": LOA3,
            "auth_time": moment,
            "iat": moment,
            "exp": moment + 300,
            **other,
        }
        back = urlsplit(asked["redirect_uri"])
        return f"{back.path}?state={asked['state']}&code=code-{asked['state'][:8]}"

    def token(self, form):
        """The answer to a code: once, and to whoever has the verifier of the challenge."""
        digest = sha256(form.get("code_verifier", "").encode()).digest()
        proof = urlsafe_b64encode(digest).rstrip(b"=").decode()
        fresh = form.get("code") not in self.redeemed
        if not fresh or proof != self.asked.get("code_challenge"):
            return 400, {"error": "invalid_grant"}
        self.redeemed.add(form["code"])
        claims = {name: value for name, value in self.claims.items() if value is not None}
        signed = jwt.encode(self.header, claims, self.key, algorithms=[self.header["alg"]])
        return 200, {"access_token": "unused", "token_type": "Bearer", "id_token": signed}


def _handler(issuer):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            issuer.heard.append(self.path)
            if self.path.endswith("openid-configuration"):
                return self.say(200, issuer.told)
            return self.say(200, {"keys": [KEY.as_dict(private=False)]})

        def do_POST(self):
            issuer.heard.append(self.path)
            text = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: found[0] for name, found in parse_qs(text).items()}
            return self.say(*issuer.token(form))

        def say(self, status, answer):
            text, headers = json.dumps(answer).encode(), {"Content-Type": "application/json"}
            text, headers = issuer.odd.get(self.path, (text, headers))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_):
            """Nothing is printed."""

    return Handler


@contextmanager
def issuing():
    """The issuer, as long as a test needs it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), None)
    issuer = Issuer(server.server_port)
    server.RequestHandlerClass = _handler(issuer)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield issuer
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
