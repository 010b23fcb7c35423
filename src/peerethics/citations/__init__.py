"""Citations as people write them: forgiving in spelling, strict in meaning."""
