"""Private keys as text: PKCS #8, locked with a passphrase through scrypt.

What ``cryptography`` writes by itself guards a passphrase with 2048 rounds of PBKDF2, which a
thief's graphics card tries by the million. Scrypt (RFC 7914) costs memory at every guess. The form
is the standard one, so ``openssl pkey`` opens these files too, whatever becomes of this program.
"""

from __future__ import annotations

import base64
import os

from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

__all__ = ["WrongPassphrase", "open_key", "seal_key"]

# 16 MB, eight times over: a fifth of a second, and within what OpenSSL accepts by itself.
_COST, _BLOCK, _LANES = 1 << 14, 8, 8
_SEQUENCE, _INTEGER, _OCTETS = 0x30, 0x02, 0x04
# Object identifiers, as DER: PBES2 (RFC 8018), scrypt (RFC 7914), AES-256 in CBC (NIST).
_PBES2 = bytes.fromhex("06092a864886f70d01050d")
_SCRYPT = bytes.fromhex("06092b06010401da47040b")
_AES_CBC = bytes.fromhex("060960864801650304012a")


class WrongPassphrase(ValueError):
    """The passphrase does not open this key, or the file is damaged."""


def seal_key(key: Ed25519PrivateKey, passphrase: str) -> bytes:
    """Return the key as PEM; an empty passphrase leaves it unlocked."""
    if not passphrase:
        return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    plain = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    salt, start = os.urandom(16), os.urandom(16)
    secret = Scrypt(salt, 32, _COST, _BLOCK, _LANES).derive(passphrase.encode())
    padder = padding.PKCS7(128).padder()
    padded = padder.update(plain) + padder.finalize()
    encryptor = Cipher(algorithms.AES256(secret), modes.CBC(start)).encryptor()
    locked = encryptor.update(padded) + encryptor.finalize()
    costs = b"".join(_number(one) for one in (_COST, _BLOCK, _LANES))
    derivation = _der(_SEQUENCE, _SCRYPT + _der(_SEQUENCE, _der(_OCTETS, salt) + costs))
    cipher = _der(_SEQUENCE, _AES_CBC + _der(_OCTETS, start))
    scheme = _der(_SEQUENCE, _PBES2 + _der(_SEQUENCE, derivation + cipher))
    return _pem(_der(_SEQUENCE, scheme + _der(_OCTETS, locked)))


def open_key(pem: bytes, passphrase: str) -> Ed25519PrivateKey:
    """Return the key in a PEM file; lines above the first dashes are passed over.

    Raises:
        WrongPassphrase: it does not open.
    """
    try:
        key = load_pem_private_key(pem, passphrase.encode() if passphrase else None)
    except (ValueError, TypeError) as error:
        raise WrongPassphrase("the passphrase is wrong, or the key file is damaged") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise WrongPassphrase("this is not an Ed25519 key")
    return key


def _der(tag: int, content: bytes) -> bytes:
    size = len(content)
    if size < 0x80:
        return bytes((tag, size)) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(length))) + length + content


def _number(value: int) -> bytes:
    # one bit more than it has, or the number would be read as negative
    return _der(_INTEGER, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def _pem(der: bytes) -> bytes:
    text = base64.b64encode(der).decode("ascii")
    lines = [text[at : at + 64] for at in range(0, len(text), 64)]
    name = "ENCRYPTED PRIVATE KEY"
    return "\n".join([f"-----BEGIN {name}-----", *lines, f"-----END {name}-----", ""]).encode()
