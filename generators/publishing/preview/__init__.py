"""The preview of one audience's site, which follows every change of what it is made from."""
