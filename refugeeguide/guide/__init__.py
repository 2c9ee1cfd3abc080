"""The thinking room: pure Python that knows no framework, no clock, no language, no input or output."""
