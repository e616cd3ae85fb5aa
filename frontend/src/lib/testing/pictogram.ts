// A pictogram as the program sends it.
import golden from '../../../../backend/desktop/testdata/views/boot.json'

/** The face of a baby: the picture of the tile "Sinh con". */
export const baby: string = golden.topics[0]?.picture ?? ''
