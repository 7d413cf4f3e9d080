"""A municipality's services as a spreadsheet: filled in by a coordinator, read into source records.

``columns`` says what a row is, ``cells`` how one cell is written and read, ``workbook`` how the
file is read, ``template`` how it is made, ``rows`` turns rows into records and back, ``command`` is
the two commands.
"""
