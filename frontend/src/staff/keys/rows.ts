import { layout } from '../../components/keyboard/layout'

const rows = (...lines: string[]): string[][] => lines.map((line) => line.split(' '))

/** The keys of residents, with capitals, and with the signs of addresses and passwords: staff type names, too. */
export const deskRows: typeof layout = {
  letters: layout.letters.map((row) => (row[0] === 'z' ? ['{shift}', ...row] : row)),
  numbers: rows('1 2 3 4 5 6 7 8 9 0', '. , : ; ? ! ( ) " {delete}', '/ - _ = & % # @ + \\', '{letters} {space} {clear}'),
}
