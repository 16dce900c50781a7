/** The way back, kept from one form to the next. */
export function ReturnPathField({ returnPath }: { returnPath: string | null }) {
  return returnPath === null ? null : <input type="hidden" name="suite" value={returnPath} />;
}
