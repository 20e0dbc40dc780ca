"""The MkDocs plugins: the only code that knows MkDocs, Material, static-i18n or Markdown."""
