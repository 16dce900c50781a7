/** A ford: the stone that was missing has just been laid, and somebody waits beyond it, a hand held out. Decorative. */
export function SteppingStones() {
  return (
    <svg class="hero__picture" viewBox="0 0 420 340" aria-hidden="true" focusable="false">
      <clipPath id="gue">
        <rect width="420" height="340" rx="28" />
      </clipPath>
      <g clip-path="url(#gue)">
        <path d="M0 0h420v340H0z" fill="#eceefe" />
        <circle cx="292" cy="112" r="50" fill="#ffca00" />
        <path d="M0 170c40-22 86-26 132-10 44-24 82-36 128-26 40-26 102-30 160 2v64H0z" fill="#c6cbf5" />
        <path d="M190 196c44-6 74-40 124-40 42 0 74 18 106 22v22H190z" fill="#9aa4e8" />
        <path d="M0 194h420v146H0z" fill="#dfe2f8" />
        <g fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round">
          <path d="M152 214h36M214 208h58M236 222h16M346 214h26M70 208h40" />
          <path d="M150 304q13-8 26 0t26 0M262 292q13-8 26 0t26 0M214 324q13-8 26 0t26 0" />
        </g>
        <path d="M0 232c34-8 72-2 88 12 12 12-2 22-22 26-26 6-40 20-30 36 8 14 4 26-4 34H0z" fill="#3a3f9e" />
        <path d="M420 220c-26-2-50 4-60 16-8 12 6 20 22 24 14 4 28 4 38 4z" fill="#3a3f9e" />
        <g fill="#b9c0f2">
          <path d="M98 276c0-8 18-14 40-14s40 6 40 14-18 10-40 10-40-2-40-10z" />
          <path d="M192 284c0-8 18-14 40-14s40 6 40 14-18 10-40 10-40-2-40-10z" />
          <path d="M284 266c0-8 16-13 36-13s36 5 36 13-16 9-36 9-36-1-36-9z" />
        </g>
        <path d="M104 270c2-10 16-15 34-15s32 5 34 15c-4 8-16 10-34 10s-30-2-34-10z" fill="#3a3f9e" />
        <path d="M198 278c2-10 16-15 34-15s32 5 34 15c-4 8-16 10-34 10s-30-2-34-10z" fill="#b34000" />
        <path d="M290 260c2-9 14-14 30-14s28 5 30 14c-4 7-14 9-30 9s-26-2-30-9z" fill="#3a3f9e" />
        <g fill="#2a2e78">
          <circle cx="138" cy="181" r="13" />
          <path d="M122 262l3-48c1-11 6-16 14-16s13 5 14 16l3 48c-10 5-24 5-34 0z" />
          <circle cx="318" cy="160" r="14" />
          <path d="M301 253l3-56c1-12 6-18 15-18s14 6 15 18l3 56c-10 5-26 5-36 0z" />
        </g>
        <g fill="none" stroke="#2a2e78" stroke-width="9" stroke-linecap="round" stroke-linejoin="round">
          <path d="M146 211l20 10 20-8" />
          <path d="M311 193l-23 20-28 2" />
        </g>
      </g>
    </svg>
  );
}
