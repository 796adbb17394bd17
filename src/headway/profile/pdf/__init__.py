"""What a page of a PDF shows -> the lines that its author wrote: words, columns, paragraphs."""
