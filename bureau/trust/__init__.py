"""Proof: the trail that a change cannot leave out, shaped so that a Merkle tree can follow."""
