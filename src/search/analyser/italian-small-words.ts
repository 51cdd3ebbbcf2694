/** Italian words that only join others, folded (no accents), elided forms among them. */
export const italianSmallWords: ReadonlySet<string> = new Set(
  'col coi il lo la i gli le l un uno una di a da in con su per tra fra del dello della dei degli delle dell al allo alla ai agli alle all dal dallo dalla dai dagli dalle dall nel nello nella nei negli nelle nell sul sullo sulla sui sugli sulle sull e ed o oppure ma che chi cui cosa come quando dove perche quanto quale quali se non ne ci si mi ti vi me te lui lei noi voi loro mio mia miei mie tuo tua suo sua nostro nostra questo questa quello quella quell quest e ho hai ha abbiamo hanno sono sei siamo essere avere c d m s t v n anche piu gia poi ora qui devo posso bisogna dopo prima senza io tu nn cmq xke xche riesco riusciamo voglio vorrei puo possono possiamo dobbiamo deve adesso ancora solo tutto tutti molto cosi stato stata fare'.split(
    ' ',
  ),
);
