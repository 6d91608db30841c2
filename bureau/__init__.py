"""The domain: what the law says (rules), what we keep (model), what people do (operations)."""
