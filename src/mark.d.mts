export function codeIn(root: string): string[];
export function markOf(paths: readonly string[], text?: string): string;
