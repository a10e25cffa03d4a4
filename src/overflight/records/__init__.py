"""The frozen vocabulary: one file a noun family. Records hold, they do not act."""
