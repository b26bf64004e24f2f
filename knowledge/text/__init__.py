"""Text handling for Malay, English and the mix: words, stems, names, numbers, language."""
