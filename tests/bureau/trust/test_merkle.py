"""The tree of RFC 6962: known roots, and every proof of every small tree, whole and spoiled."""

from hashlib import sha256
from itertools import product

import pytest

from bureau.trust import merkle
from bureau.trust.merkle import EMPTY, Edge, consistent, included, root_of

# The reference leaves and roots of certificate transparency (RFC 6962 test data of its makers).
DATA = (
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
)
ROOTS = {
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}
SIZES = 64


def leaf(number):
    return sha256(b"\0" + number.to_bytes(4)).digest()


LEAVES = [leaf(number) for number in range(SIZES)]
ALL = [root_of(LEAVES[:size]) for size in range(SIZES + 1)]


def node(level, index):
    return root_of(LEAVES[index << level : (index + 1) << level])


@pytest.mark.parametrize(("size", "root"), ROOTS.items())
def test_the_roots_are_those_of_the_reference(size, root):
    leaves = [sha256(b"\0" + bytes.fromhex(each)).digest() for each in DATA[:size]]
    assert root_of(leaves).hex() == root


def test_an_empty_tree_has_the_hash_of_nothing_as_root():
    assert root_of([]) == EMPTY == sha256(b"").digest()


def test_a_tree_that_grows_tells_the_inner_nodes_that_each_leaf_completes():
    edge = Edge()
    for size in range(1, SIZES + 1):
        told = edge.add(LEAVES[size - 1])
        assert told == [node(level, (size >> level) - 1) for level in range(1, len(told) + 1)]
        assert len(told) == merkle.completes(size)
        assert edge.root() == ALL[size] == merkle.root_at(node, size)


def test_every_entry_of_every_tree_up_to_64_is_proven_and_no_other():
    for size in range(1, SIZES + 1):
        for index in range(size):
            proof = merkle.inclusion(node, index, size)
            assert included(LEAVES[index], index, size, proof, ALL[size])
            for other in range(size):
                assert included(LEAVES[index], other, size, proof, ALL[size]) == (other == index)


def test_every_tree_up_to_64_is_proven_to_begin_with_every_smaller_one_and_no_other():
    for second, first in product(range(1, SIZES + 1), range(1, SIZES + 1)):
        if first <= second:
            proof = merkle.consistency(node, first, second)
            assert consistent(first, second, ALL[first], ALL[second], proof)
            assert not consistent(first, second, leaf(99), ALL[second], proof)
            assert not consistent(first, second, ALL[first], leaf(99), proof)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 13, 64])
def test_a_proof_that_is_longer_shorter_or_turned_around_proves_nothing(size):
    index = size // 2
    proof = merkle.inclusion(node, index, size)
    spoiled = [[*proof, leaf(1)], [leaf(1), *proof], proof[:-1] if proof else [leaf(0)]]
    spoiled += [proof[::-1]] if len(proof) > 1 else []
    for each in spoiled:
        assert not included(LEAVES[index], index, size, each, ALL[size])


def test_hashes_of_another_length_and_places_outside_prove_nothing():
    proof = merkle.inclusion(node, 2, 5)
    assert not included(LEAVES[2], 2, 5, [each + b"\0" for each in proof], ALL[5])
    assert not included(LEAVES[2], 5, 5, proof, ALL[5])
    assert not included(LEAVES[2], -1, 5, proof, ALL[5])
    assert not consistent(6, 5, ALL[6], ALL[5], [])
    assert not consistent(3, 5, ALL[3], ALL[5], [])
    assert not consistent(0, 5, EMPTY, ALL[5], [LEAVES[0]])
