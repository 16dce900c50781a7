/** A path that climbs by steps, one of them missing, with the footbridge somebody put there. Decorative. */
export function ClimbingPath() {
  return (
    <svg class="hero__picture" viewBox="0 0 420 340" aria-hidden="true" focusable="false">
      <circle cx="330" cy="84" r="46" fill="#ffca00" opacity="0.9" />
      <path
        d="M0 300h120v-52h92v-56"
        fill="none"
        stroke="#3a3f9e"
        stroke-width="10"
        stroke-linejoin="round"
      />
      <path d="M262 192h60v-56h98" fill="none" stroke="#3a3f9e" stroke-width="10" stroke-linejoin="round" />
      <path d="M206 190q31-22 62 0" fill="none" stroke="#b34000" stroke-width="8" stroke-linecap="round" />
      <path d="M206 204q31-22 62 0" fill="none" stroke="#b34000" stroke-width="3" stroke-dasharray="2 9" />
      <g fill="#1e1e46">
        <circle cx="160" cy="196" r="11" />
        <path d="M148 214q12-8 24 0l4 34h-32z" />
        <circle cx="296" cy="140" r="11" />
        <path d="M284 158q12-8 24 0l4 34h-32z" />
      </g>
      <path d="M286 168q-30 16-56 10" fill="none" stroke="#1e1e46" stroke-width="6" stroke-linecap="round" />
      <path d="M170 220q22-2 34-16" fill="none" stroke="#1e1e46" stroke-width="6" stroke-linecap="round" />
      <path d="M0 334h420" stroke="#9aa4e8" stroke-width="4" />
    </svg>
  );
}
