export const packedLexicons: Readonly<Record<string, string>> = {}
