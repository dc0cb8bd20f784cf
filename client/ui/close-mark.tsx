/** The cross of a button that takes something away; drawn, since not every font has the sign. */
export function CloseMark() {
  return (
    <svg className="close-mark" viewBox="0 0 16 16" aria-hidden="true">
      <path d="m4 4 8 8m0-8-8 8" />
    </svg>
  );
}
