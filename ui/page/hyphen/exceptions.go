package hyphen

// What the English patterns divide wrongly or not at all, among the words that
// newspapers use. They go before the patterns and the exceptions in their file.
const englishExceptions = `
analy-sis analy-ses anti-bi-ot-ic anti-bi-ot-ics anti-semi-tism anti-semi-tic bank-rupt-cy
co-ro-na-vi-rus data-base data-bases demo-crats demo-crat-ic every-one every-thing every-where
econo-mist econo-mists en-tre-pre-neur en-tre-pre-neurs Euro-pean Euro-peans fire-fight-er
forth-right hypoc-risy law-mak-er law-mak-ers manu-script manu-scripts nation-wide
pan-demic phi-loso-pher phi-loso-phers pol-icy-maker pol-icy-makers
re-ad-just re-in-vent re-in-vented re-in-vents re-port-er re-port-ers spokes-man spokes-men
spokes-peo-ple spokes-per-son spokes-wo-man spokes-wo-men state-wide sta-tis-tics sta-tis-ti-cal
take-over ther-apist ther-apists time-table time-tables turn-over`
