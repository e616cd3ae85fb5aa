package picture

// WidthOf lets tests find where words end.
var WidthOf = widthOf
