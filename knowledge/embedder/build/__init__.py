"""How the shipped embedder is made: `safertogether embedder build`. docs/embedder.md tells the story."""
