"""A passkey in software, which makes and answers as a browser with a device would."""

import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from itertools import count

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


def coded(plain):
    return urlsafe_b64encode(plain).rstrip(b"=").decode()


def decoded(text):
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Device:
    """One passkey for one house."""

    def __init__(self, origin="https://bureau.example", name="bureau.example", verified=True):
        self.origin, self.name = origin, name
        self.flags = PRESENT | (VERIFIED if verified else 0)
        self.secret = ec.generate_private_key(ec.SECP256R1())
        self.id, self.counts = secrets.token_bytes(16), count(1)

    def make(self, options):
        """What a browser answers when a passkey is made."""
        point = self.secret.public_key().public_numbers()
        x, y = (number.to_bytes(32, "big") for number in (point.x, point.y))
        key = cbor2.dumps({1: 2, 3: -7, -1: 1, -2: x, -3: y})
        attested = bytes(16) + len(self.id).to_bytes(2, "big") + self.id + key
        signed = self._signed(ATTESTED) + attested
        response = {
            "clientDataJSON": coded(self._said("webauthn.create", options)),
            "attestationObject": coded(
                cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": signed})
            ),
        }
        return self._answer(response)

    def answer(self, options):
        """What a browser answers when a passkey is asked."""
        said, signed = self._said("webauthn.get", options), self._signed()
        proof = self.secret.sign(signed + sha256(said).digest(), ec.ECDSA(hashes.SHA256()))
        response = {"clientDataJSON": said, "authenticatorData": signed, "signature": proof}
        return self._answer({name: coded(value) for name, value in response.items()})

    def _signed(self, more=0):
        head = sha256(self.name.encode()).digest() + bytes([self.flags | more])
        return head + next(self.counts).to_bytes(4, "big")

    def _said(self, kind, options):
        asked = json.loads(options)["challenge"]
        return json.dumps({"type": kind, "challenge": asked, "origin": self.origin}).encode()

    def _answer(self, response):
        known = coded(self.id)
        return json.dumps({"id": known, "rawId": known, "type": "public-key", "response": response})
