"""Metric calculators, customer journey maps and translation tools for MkDocs sites."""
