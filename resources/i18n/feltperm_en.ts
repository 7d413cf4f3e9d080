<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="nb_NO">
<context>
    <name>AlertBanner</name>
    <message>
        <source>Les</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Lukk til neste gang Feltperm åpnes</source>
        <translation>Close until Feltperm is next opened</translation>
    </message>
    <message>
        <source>Merk som lest</source>
        <translation>Mark as read</translation>
    </message>
    <message>
        <source>Nytt varsel</source>
        <translation>New alert</translation>
    </message>
    <message>
        <source>Skriv ut plakat</source>
        <translation>Print poster</translation>
    </message>
    <message>
        <source>Vis neste varsel</source>
        <translation>Show the next alert</translation>
    </message>
    <message>
        <source>{n} av {all}</source>
        <translation>{n} of {all}</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>Akutt fare</source>
        <translation>Immediate danger</translation>
    </message>
    <message>
        <source>Endret drift</source>
        <translation>Changed service</translation>
    </message>
    <message>
        <source>Ny</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Nytt varsel for {area}: {title}</source>
        <translation>New alert for {area}: {title}</translation>
    </message>
    <message>
        <source>Til orientering</source>
        <translation>For information</translation>
    </message>
    <message>
        <source>Trukket tilbake {date}. Ta ned plakatene.</source>
        <translation>Withdrawn {date}. Take the posters down.</translation>
    </message>
    <message>
        <source>Trukket tilbake. Ta ned plakatene.</source>
        <translation>Withdrawn. Take the posters down.</translation>
    </message>
    <message>
        <source>gjaldt til {date}</source>
        <translation>was valid until {date}</translation>
    </message>
    <message>
        <source>gjelder fra {date}</source>
        <translation>valid from {date}</translation>
    </message>
    <message>
        <source>gjelder til {date}</source>
        <translation>valid until {date}</translation>
    </message>
</context>
<context>
    <name>AlertsPage</name>
    <message>
        <source>Andre steder</source>
        <translation>Other places</translation>
    </message>
    <message>
        <source>For deg</source>
        <translation>For you</translation>
    </message>
    <message>
        <source>Ingen varsler for {place}.</source>
        <translation>No alerts for {place}.</translation>
    </message>
    <message>
        <source>Innholdet er fra {date}.</source>
        <translation>The content is from {date}.</translation>
    </message>
    <message>
        <source>Merk som lest</source>
        <translation>Mark as read</translation>
    </message>
    <message>
        <source>Se etter nå</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Sist sett etter kl. {clock}.</source>
        <translation>Last checked at {clock}.</translation>
    </message>
    <message>
        <source>Sist sett etter {date} kl. {clock}.</source>
        <translation>Last checked {date} at {clock}.</translation>
    </message>
    <message>
        <source>Tidligere</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Tilbake til varslene</source>
        <translation>Back to the alerts</translation>
    </message>
    <message>
        <source>Varsler</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>Velg kommune</source>
        <translation>Choose municipality</translation>
    </message>
    <message>
        <source>Velg kommune, så ser du varsler for deg.</source>
        <translation>Choose a municipality to see alerts for you.</translation>
    </message>
</context>
<context>
    <name>AnswerNotes</name>
    <message>
        <source>Legg inn lokalt sted</source>
        <translation>Add local place</translation>
    </message>
    <message>
        <source>Vis de {n}</source>
        <translation>Show the {n}</translation>
    </message>
</context>
<context>
    <name>BinderPage</name>
    <message>
        <source>(standardsted)</source>
        <translation>(default site)</translation>
    </message>
    <message>
        <source>Alt i permen til en kollega, men ikke notatene.</source>
        <translation>Everything in the binder for a colleague, but not the notes.</translation>
    </message>
    <message>
        <source>Del alt …</source>
        <translation>Share all …</translation>
    </message>
    <message>
        <source>Egne oppføringer</source>
        <translation>Own entries</translation>
    </message>
    <message>
        <source>Egne oppføringer ({n})</source>
        <translation>Own entries ({n})</translation>
    </message>
    <message>
        <source>Endre …</source>
        <translation>Change …</translation>
    </message>
    <message>
        <source>Favoritter</source>
        <translation>Favourites</translation>
    </message>
    <message>
        <source>Favoritter ({n})</source>
        <translation>Favourites ({n})</translation>
    </message>
    <message>
        <source>Fjern</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Legg inn stedet deres, så står det på plakatene.</source>
        <translation>Add your site, and it will be on the posters.</translation>
    </message>
    <message>
        <source>Min perm</source>
        <translation>My binder</translation>
    </message>
    <message>
        <source>Nytt sted …</source>
        <translation>New site …</translation>
    </message>
    <message>
        <source>På veggen</source>
        <translation>On the wall</translation>
    </message>
    <message>
        <source>På veggen ({n})</source>
        <translation>On the wall ({n})</translation>
    </message>
    <message>
        <source>Rettelser</source>
        <translation>Corrections</translation>
    </message>
    <message>
        <source>Rettelser ({n})</source>
        <translation>Corrections ({n})</translation>
    </message>
    <message>
        <source>Samlinger</source>
        <translation>Collections</translation>
    </message>
    <message>
        <source>Samlinger ({n})</source>
        <translation>Collections ({n})</translation>
    </message>
    <message>
        <source>Steder</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>Steder ({n})</source>
        <translation>Sites ({n})</translation>
    </message>
    <message>
        <source>Søk</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Trykk på stjernen ved et tilbud, så ligger det her.</source>
        <translation>Press the star by a service, and it will be here.</translation>
    </message>
    <message>
        <source>Åpne</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>Bodies</name>
    <message numerus="yes">
        <source>%n steder i {place} har ikke oppgitt åpningstid.</source>
        <translation>
            <numerusform>%n place in {place} has not stated its opening hours.</numerusform>
            <numerusform>%n places in {place} have not stated their opening hours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Dette får du her</source>
        <translation>What you get here</translation>
    </message>
    <message>
        <source>E-post</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Egen sjekk</source>
        <translation>Own check</translation>
    </message>
    <message>
        <source>Før: {old}</source>
        <translation>Before: {old}</translation>
    </message>
    <message>
        <source>Gjør dette</source>
        <translation>Do this</translation>
    </message>
    <message>
        <source>Godt å vite</source>
        <translation>Good to know</translation>
    </message>
    <message>
        <source>Hvem kan hjelpe</source>
        <translation>Who can help</translation>
    </message>
    <message>
        <source>I samtalen</source>
        <translation>In the conversation</translation>
    </message>
    <message>
        <source>Ikke oppgitt</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>Ingen steder i {place} er bekreftet åpne nå.</source>
        <translation>No places in {place} are confirmed open now.</translation>
    </message>
    <message>
        <source>Kopier nummeret</source>
        <translation>Copy the number</translation>
    </message>
    <message>
        <source>Kopier nummeret {number}</source>
        <translation>Copy the number {number}</translation>
    </message>
    <message>
        <source>Legevakt 116 117 svarer hele døgnet.</source>
        <translation>The out-of-hours doctor 116 117 answers day and night.</translation>
    </message>
    <message>
        <source>Nettside</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Ord på siden</source>
        <translation>Words on this page</translation>
    </message>
    <message>
        <source>Rettet av dere {date}, ikke bekreftet</source>
        <translation>Corrected by you {date}, not confirmed</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Tilbud de driver</source>
        <translation>Services they run</translation>
    </message>
    <message>
        <source>Åpent nå i {place}</source>
        <translation>Open now in {place}</translation>
    </message>
    <message>
        <source>Åpningstid</source>
        <translation>Opening hours</translation>
    </message>
</context>
<context>
    <name>ChangeRows</name>
    <message>
        <source>Fjernet</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>I en samling</source>
        <translation>In a collection</translation>
    </message>
    <message>
        <source>Nasjonalt innhold</source>
        <translation>National content</translation>
    </message>
    <message>
        <source>Nytt</source>
        <translation>New</translation>
    </message>
    <message>
        <source>På et oppslag som henger</source>
        <translation>On a sheet on the wall</translation>
    </message>
    <message>
        <source>Varsel</source>
        <translation>Alert</translation>
    </message>
    <message>
        <source>ikke oppgitt</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>og {n} til</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>★ Favoritt</source>
        <translation>★ Favourite</translation>
    </message>
</context>
<context>
    <name>ChangeTable</name>
    <message>
        <source>Endring</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Hva</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Ingen oppføringer er endret.</source>
        <translation>No entries have changed.</translation>
    </message>
    <message>
        <source>Ingenting av dette gjelder kommunen eller favorittene dine.</source>
        <translation>None of this concerns your municipality or your favourites.</translation>
    </message>
    <message>
        <source>Vis alle</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Vis {n} til</source>
        <translation>Show {n} more</translation>
    </message>
</context>
<context>
    <name>ClearDialog</name>
    <message>
        <source>Alt om hvor oppslag henger, blir slettet, også i sikkerhetskopiene. Det kan ikke angres.</source>
        <translation>All notes of where sheets hang are deleted, in the backups too. This cannot be undone.</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Tøm loggen</source>
        <translation>Clear the log</translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message>
        <source>Lagt i «{samling}».</source>
        <translation>Added to “{samling}”.</translation>
    </message>
    <message>
        <source>Legg i samling …</source>
        <translation>Add to collection …</translation>
    </message>
    <message>
        <source>Ny samling …</source>
        <translation>New collection …</translation>
    </message>
</context>
<context>
    <name>CollectionExchange</name>
    <message numerus="yes">
        <source>%n egne oppføringer</source>
        <translation>
            <numerusform>%n own entry</numerusform>
            <numerusform>%n own entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n er ikke i innholdet her.</source>
        <translation>
            <numerusform>%n is not in the content here.</numerusform>
            <numerusform>%n are not in the content here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n favoritter</source>
        <translation>
            <numerusform>%n favourite</numerusform>
            <numerusform>%n favourites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n har dere fra før.</source>
        <translation>
            <numerusform>You already have %n.</numerusform>
            <numerusform>You already have %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n heter det samme som noe dere har, men sier noe annet. Begge blir med.</source>
        <translation>
            <numerusform>%n has the same name as one of yours, but says something else. Both are kept.</numerusform>
            <numerusform>%n have the same name as one of yours, but say something else. Both are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kan ikke brukes her, og blir ikke med.</source>
        <translation>
            <numerusform>%n cannot be used here, and is left out.</numerusform>
            <numerusform>%n cannot be used here, and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n samlinger</source>
        <translation>
            <numerusform>%n collection</numerusform>
            <numerusform>%n collections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steder</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Del …</source>
        <translation>Share …</translation>
    </message>
    <message>
        <source>Delt fra Feltperm (*.json)</source>
        <translation>Shared from Feltperm (*.json)</translation>
    </message>
    <message>
        <source>Dere har det samme fra før.</source>
        <translation>You already have the same.</translation>
    </message>
    <message>
        <source>Det dere har, blir som det er.</source>
        <translation>What you have stays as it is.</translation>
    </message>
    <message>
        <source>Dette er nytt for dere: {what}.</source>
        <translation>This is new to you: {what}.</translation>
    </message>
    <message>
        <source>Fra permen</source>
        <translation>From the binder</translation>
    </message>
    <message>
        <source>Lagre</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Lagre kontakter …</source>
        <translation>Save contacts …</translation>
    </message>
    <message>
        <source>Lagret i {name}.</source>
        <translation>Saved in {name}.</translation>
    </message>
    <message>
        <source>Ta imot</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Ta imot fra kollega</source>
        <translation>Accept from a colleague</translation>
    </message>
    <message>
        <source>Ta imot fra kollega …</source>
        <translation>Accept from a colleague …</translation>
    </message>
    <message>
        <source>Tatt imot: {what}.</source>
        <translation>Accepted: {what}.</translation>
    </message>
</context>
<context>
    <name>CollectionsTab</name>
    <message numerus="yes">
        <source>%n oppføringer</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message>
        <source>Fjern</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Gi nytt navn …</source>
        <translation>Rename …</translation>
    </message>
    <message>
        <source>Legg på utdelingsark</source>
        <translation>Add to handout sheet</translation>
    </message>
    <message>
        <source>Legg tilbud du bruker sammen i en samling, for eksempel for en vakt.</source>
        <translation>Put services you use together in a collection, for example for a shift.</translation>
    </message>
    <message>
        <source>Ny samling …</source>
        <translation>New collection …</translation>
    </message>
    <message>
        <source>Nytt navn.</source>
        <translation>Renamed.</translation>
    </message>
    <message>
        <source>Oppføringer i samlingen</source>
        <translation>Entries in the collection</translation>
    </message>
    <message>
        <source>Samlinger</source>
        <translation>Collections</translation>
    </message>
    <message>
        <source>Ta ut</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>Åpne</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>ConfirmationForm</name>
    <message>
        <source>Stedet bekreftet i dag</source>
        <translation>The place confirmed today</translation>
    </message>
</context>
<context>
    <name>ContentCard</name>
    <message>
        <source>Alder: {age}</source>
        <translation>Age: {age}</translation>
    </message>
    <message>
        <source>Det finnes ikke noe tidligere innhold å gå tilbake til.</source>
        <translation>There is no earlier content to go back to.</translation>
    </message>
    <message>
        <source>Du gikk tilbake til {date}. {name} fornyes ikke av seg selv.</source>
        <translation>You went back to {date}. {name} is not renewed by itself.</translation>
    </message>
    <message>
        <source>Gå tilbake …</source>
        <translation>Go back …</translation>
    </message>
    <message>
        <source>Innhold</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Legg til en kilde først.</source>
        <translation>Add a source first.</translation>
    </message>
    <message>
        <source>Se etter nå</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Ta i bruk det nyeste</source>
        <translation>Use the newest</translation>
    </message>
    <message>
        <source>Ta i bruk {date}</source>
        <translation>Use {date}</translation>
    </message>
    <message>
        <source>Vent til det som pågår, er ferdig.</source>
        <translation>Wait until what is under way has finished.</translation>
    </message>
    <message>
        <source>fulgte med programmet</source>
        <translation>came with the program</translation>
    </message>
    <message>
        <source>{name}: tilbake til {date}</source>
        <translation>{name}: back to {date}</translation>
    </message>
    <message>
        <source>{n} oppføring</source>
        <translation>{n} entry</translation>
    </message>
    <message>
        <source>{n} oppføringer</source>
        <translation>{n} entries</translation>
    </message>
</context>
<context>
    <name>ContentGroup</name>
    <message>
        <source>Bare når jeg ber om det</source>
        <translation>Only when I ask for it</translation>
    </message>
    <message>
        <source>Bare på wifi</source>
        <translation>Wi-Fi only</translation>
    </message>
    <message>
        <source>Datagrense i måneden</source>
        <translation>Data limit a month</translation>
    </message>
    <message>
        <source>Datagrense i måneden på mobilnett</source>
        <translation>Data limit a month on mobile data</translation>
    </message>
    <message>
        <source>Innhold</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Kilder og minnepinner …</source>
        <translation>Sources and USB sticks …</translation>
    </message>
    <message>
        <source>Mobilnett</source>
        <translation>Mobile data</translation>
    </message>
    <message>
        <source>Se etter nytt</source>
        <translation>Check for new content</translation>
    </message>
    <message>
        <source>Varsler som gjelder akutt fare, hentes på samme måte.</source>
        <translation>Alerts of immediate danger are fetched in the same way.</translation>
    </message>
    <message>
        <source>Ved start og hver dag</source>
        <translation>At start and every day</translation>
    </message>
    <message>
        <source>Ved start og hver time</source>
        <translation>At start and every hour</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>Hent kopi fra {date}</source>
        <translation>Restore copy from {date}</translation>
    </message>
    <message>
        <source>Kopien er hentet.</source>
        <translation>The copy has been restored.</translation>
    </message>
    <message>
        <source>Start tom</source>
        <translation>Start empty</translation>
    </message>
</context>
<context>
    <name>CopiesRow</name>
    <message>
        <source>Hent tilbake …</source>
        <translation>Restore …</translation>
    </message>
    <message>
        <source>Kopien er hentet. Det som lå her, er tatt vare på.</source>
        <translation>The copy has been restored. What was here has been kept.</translation>
    </message>
    <message>
        <source>Kopien er lagret.</source>
        <translation>The copy has been saved.</translation>
    </message>
    <message>
        <source>Lagre kopi av permen</source>
        <translation>Save a copy of the binder</translation>
    </message>
    <message>
        <source>Lagre kopi av permen …</source>
        <translation>Save a copy of the binder …</translation>
    </message>
    <message>
        <source>Permen er ikke sikkerhetskopiert ennå.</source>
        <translation>The binder has not been backed up yet.</translation>
    </message>
    <message>
        <source>Sist sikkerhetskopiert {date}.</source>
        <translation>Last backed up {date}.</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Bruke deres nummer på plakater?</source>
        <translation>Use your number on posters?</translation>
    </message>
    <message>
        <source>Hvem sier det?</source>
        <translation>Who says so?</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Meld at alt stemmer</source>
        <translation>Report that all is right</translation>
    </message>
    <message>
        <source>Meld feil</source>
        <translation>Report an error</translation>
    </message>
    <message>
        <source>Nei</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Notert: alt stemmer.</source>
        <translation>Noted: all is right.</translation>
    </message>
    <message>
        <source>Rettelsen gjelder på denne maskinen.</source>
        <translation>The correction holds on this computer.</translation>
    </message>
    <message>
        <source>kan stå tomt</source>
        <translation>may be left empty</translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message>
        <source>Hva er feil?</source>
        <translation>What is wrong?</translation>
    </message>
    <message>
        <source>Hva er riktig?</source>
        <translation>What is right?</translation>
    </message>
</context>
<context>
    <name>CorrectionsTab</name>
    <message>
        <source>Bekreftet {date}</source>
        <translation>Confirmed {date}</translation>
    </message>
    <message>
        <source>Bruk rettelsene på plakater og ark</source>
        <translation>Use the corrections on posters and sheets</translation>
    </message>
    <message>
        <source>Finner du en feil, trykk «Meld feil» på siden. Har du ringt og alt er riktig, trykk «Meld at alt stemmer». Da ligger det her.</source>
        <translation>If you find an error, press “Report an error” on the page. If you called and all is right, press “Report that all is right”. It is then kept here.</translation>
    </message>
    <message>
        <source>Fjern</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Ikke sendt</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>Ikke sendt ({n})</source>
        <translation>Not sent ({n})</translation>
    </message>
    <message>
        <source>Lag e-post …</source>
        <translation>Write an e-mail …</translation>
    </message>
    <message>
        <source>Lagre på minnepinne …</source>
        <translation>Save to a USB stick …</translation>
    </message>
    <message>
        <source>Lagre rettelsene</source>
        <translation>Save the corrections</translation>
    </message>
    <message>
        <source>Rettelsene ligger i {name}. Gi fila til den som gir ut innholdet.</source>
        <translation>The corrections are in {name}. Give the file to whoever publishes the content.</translation>
    </message>
    <message>
        <source>Rettelser</source>
        <translation>Corrections</translation>
    </message>
    <message>
        <source>Rettelser (*.json);;Regneark (*.csv)</source>
        <translation>Corrections (*.json);;Spreadsheet (*.csv)</translation>
    </message>
    <message>
        <source>Rettet {date}</source>
        <translation>Corrected {date}</translation>
    </message>
    <message>
        <source>Sendt {date}</source>
        <translation>Sent {date}</translation>
    </message>
    <message>
        <source>ikke oppgitt</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>{field}: {old} → {new}</source>
        <translation>{field}: {old} → {new}</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Feltperm stoppet. Permen er trygg.</source>
        <translation>Feltperm stopped. The binder is safe.</translation>
    </message>
    <message>
        <source>Kopier rapport</source>
        <translation>Copy report</translation>
    </message>
    <message>
        <source>Lukk</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Rapport</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Start på nytt</source>
        <translation>Restart</translation>
    </message>
</context>
<context>
    <name>CrisisForm</name>
    <message>
        <source>Ansvar</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>En rolle, som teamleder</source>
        <translation>A role, such as team leader</translation>
    </message>
    <message>
        <source>Frist</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Gjort</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Ikke skriv navn eller opplysninger om pasienter.</source>
        <translation>Do not write names or details of patients.</translation>
    </message>
    <message>
        <source>Kan ikke lagre her.</source>
        <translation>Cannot save here.</translation>
    </message>
    <message>
        <source>Skriv datoen slik: 1.12.2026.</source>
        <translation>Write the date like this: 1.12.2026.</translation>
    </message>
    <message>
        <source>dd.mm.åååå</source>
        <translation>dd.mm.yyyy</translation>
    </message>
</context>
<context>
    <name>CrisisList</name>
    <message>
        <source>Ansvar: {who}</source>
        <translation>Responsible: {who}</translation>
    </message>
    <message>
        <source>Frist {date}</source>
        <translation>Deadline {date}</translation>
    </message>
    <message>
        <source>Gjort {date}</source>
        <translation>Done {date}</translation>
    </message>
    <message>
        <source>Tiltak</source>
        <translation>Measures</translation>
    </message>
</context>
<context>
    <name>CrisisPage</name>
    <message>
        <source>Historisk</source>
        <translation>Historical</translation>
    </message>
    <message>
        <source>Historisk: {year}</source>
        <translation>Historical: {year}</translation>
    </message>
    <message>
        <source>Innholdet har ingen tiltak for kriser.</source>
        <translation>The content has no measures for crises.</translation>
    </message>
    <message>
        <source>Kan ikke lagre her.</source>
        <translation>Cannot save here.</translation>
    </message>
    <message>
        <source>Kan ikke lagre her. Skriv ut lista, og fyll den ut på papir.</source>
        <translation>Cannot save here. Print the list, and fill it in on paper.</translation>
    </message>
    <message>
        <source>Krise</source>
        <translation>Crisis</translation>
    </message>
    <message>
        <source>Plakater å fylle ut</source>
        <translation>Posters to fill in</translation>
    </message>
    <message>
        <source>Råd fra forrige krise</source>
        <translation>Advice from the last crisis</translation>
    </message>
    <message>
        <source>Skriv ut …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>Tilbake til lista</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Tøm lista</source>
        <translation>Clear the list</translation>
    </message>
    <message>
        <source>{n} av {all} gjort</source>
        <translation>{n} of {all} done</translation>
    </message>
</context>
<context>
    <name>DetailView</name>
    <message>
        <source>(Innholdet er for langt og er kuttet.)</source>
        <translation>(The content is too long and has been cut.)</translation>
    </message>
    <message>
        <source>Bare på bokmål</source>
        <translation>Norwegian only</translation>
    </message>
    <message>
        <source>Fjern stjernen (Ctrl+D)</source>
        <translation>Remove the star (Ctrl+D)</translation>
    </message>
    <message>
        <source>Gjelder til {date}.</source>
        <translation>Valid until {date}.</translation>
    </message>
    <message>
        <source>Gjelder {span}.</source>
        <translation>Valid {span}.</translation>
    </message>
    <message>
        <source>Ikke fagkontrollert</source>
        <translation>Not clinically checked</translation>
    </message>
    <message>
        <source>Innhold</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Kilde</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Kopier</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Kopier som tekst</source>
        <translation>Copy as text</translation>
    </message>
    <message>
        <source>Les varselet</source>
        <translation>Read the alert</translation>
    </message>
    <message>
        <source>Lokalt om dette</source>
        <translation>Local information about this</translation>
    </message>
    <message>
        <source>Plakater om dette</source>
        <translation>Posters about this</translation>
    </message>
    <message>
        <source>Se også</source>
        <translation>See also</translation>
    </message>
    <message>
        <source>Sendt ut av {publisher}.</source>
        <translation>Sent out by {publisher}.</translation>
    </message>
    <message>
        <source>Sett stjerne (Ctrl+D)</source>
        <translation>Add a star (Ctrl+D)</translation>
    </message>
    <message>
        <source>Skrevet inn på denne maskinen, og står bare her.</source>
        <translation>Entered on this computer, and only here.</translation>
    </message>
    <message>
        <source>Skriv ut</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Skriv ut plakat</source>
        <translation>Print poster</translation>
    </message>
    <message>
        <source>Til kolleger: {x}</source>
        <translation>To colleagues: {x}</translation>
    </message>
    <message>
        <source>Venter på faglig godkjenning. Følg lokal prosedyre.</source>
        <translation>Awaiting clinical approval. Follow your local procedure.</translation>
    </message>
    <message>
        <source>{publisher}, innhold fra {date}.</source>
        <translation>{publisher}, content from {date}.</translation>
    </message>
    <message>
        <source>Åpne sjekklista</source>
        <translation>Open the checklist</translation>
    </message>
</context>
<context>
    <name>DoctorView</name>
    <message>
        <source>Alt er i orden.</source>
        <translation>Everything is in order.</translation>
    </message>
    <message>
        <source>Bruk innholdet før</source>
        <translation>Use the previous content</translation>
    </message>
    <message>
        <source>Bygg søket på nytt</source>
        <translation>Build the search anew</translation>
    </message>
    <message>
        <source>Hent tilbake kopien</source>
        <translation>Restore the copy</translation>
    </message>
    <message>
        <source>Ingenting er ødelagt. Noe bør du se på.</source>
        <translation>Nothing is broken. There is something you should look at.</translation>
    </message>
    <message>
        <source>Kopier rapport</source>
        <translation>Copy report</translation>
    </message>
    <message>
        <source>Lagre kopi …</source>
        <translation>Save a copy …</translation>
    </message>
    <message>
        <source>Legg til kilde …</source>
        <translation>Add source …</translation>
    </message>
    <message>
        <source>Noe er ødelagt. Se den øverste linjen.</source>
        <translation>Something is broken. See the top line.</translation>
    </message>
    <message>
        <source>Oppdatering</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>Prøv igjen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Rapporten er kopiert.</source>
        <translation>The report has been copied.</translation>
    </message>
    <message>
        <source>Reparerer …</source>
        <translation>Repairing …</translation>
    </message>
    <message>
        <source>Undersøk på nytt</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Undersøker …</source>
        <translation>Checking …</translation>
    </message>
</context>
<context>
    <name>EmergencyWindow</name>
    <message>
        <source>Akuttkort: ring 113</source>
        <translation>Emergency card: call 113</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Velg et tilbud først.</source>
        <translation>Choose a service first.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Alle kommuner</source>
        <translation>All municipalities</translation>
    </message>
    <message>
        <source>Alle typer</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>Flere filtre</source>
        <translation>More filters</translation>
    </message>
    <message>
        <source>Flere filtre ({n})</source>
        <translation>More filters ({n})</translation>
    </message>
    <message>
        <source>For hvem</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Gratis</source>
        <translation>Free of charge</translation>
    </message>
    <message>
        <source>Kan komme ruset</source>
        <translation>May come while using</translation>
    </message>
    <message>
        <source>Nullstill filtre</source>
        <translation>Reset filters</translation>
    </message>
    <message>
        <source>Plakater</source>
        <translation>Posters</translation>
    </message>
    <message>
        <source>Språk</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>Ta bort filteret</source>
        <translation>Remove the filter</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Tilbud</source>
        <translation>What you get</translation>
    </message>
    <message>
        <source>Tjenester</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Uten henvisning</source>
        <translation>No referral needed</translation>
    </message>
    <message>
        <source>Veiledning</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>Velg hva en kan få der</source>
        <translation>Choose what one can get there</translation>
    </message>
    <message>
        <source>Velg hva slags oppføringer</source>
        <translation>Choose what kind of entries</translation>
    </message>
    <message>
        <source>Velg hvem det skal være for</source>
        <translation>Choose whom it is for</translation>
    </message>
    <message>
        <source>Velg kommune</source>
        <translation>Choose municipality</translation>
    </message>
    <message>
        <source>Velg når det skal være åpent</source>
        <translation>Choose when it is to be open</translation>
    </message>
    <message>
        <source>Velg språk</source>
        <translation>Choose languages</translation>
    </message>
    <message>
        <source>Velg tema</source>
        <translation>Choose topic</translation>
    </message>
    <message>
        <source>Vis alle kommuner igjen</source>
        <translation>Show all municipalities again</translation>
    </message>
    <message>
        <source>Vis filtrene som ikke har plass her</source>
        <translation>Show the filters that have no room here</translation>
    </message>
    <message>
        <source>Vis ikke det som er kjent for noe annet</source>
        <translation>Hide what is known to be something else</translation>
    </message>
    <message>
        <source>Åpent nå</source>
        <translation>Open now</translation>
    </message>
</context>
<context>
    <name>FilterMenus</name>
    <message>
        <source>Dag og klokkeslett</source>
        <translation>Day and time</translation>
    </message>
    <message>
        <source>Gratis</source>
        <translation>Free of charge</translation>
    </message>
    <message>
        <source>Ingen treff oppgir dette</source>
        <translation>No results state this</translation>
    </message>
    <message>
        <source>Kan komme ruset</source>
        <translation>May come while using</translation>
    </message>
    <message>
        <source>Lørdag kl. 23</source>
        <translation>Saturday at 23:00</translation>
    </message>
    <message>
        <source>Nullstill filtre</source>
        <translation>Reset filters</translation>
    </message>
    <message>
        <source>Nå</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Ta bort filteret</source>
        <translation>Remove the filter</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Uten henvisning</source>
        <translation>No referral needed</translation>
    </message>
    <message>
        <source>Velg tid …</source>
        <translation>Choose time …</translation>
    </message>
    <message>
        <source>Vis det som er åpent da</source>
        <translation>Show what is open then</translation>
    </message>
    <message>
        <source>Åpent nå</source>
        <translation>Open now</translation>
    </message>
    <message>
        <source>Åpent på dag og klokkeslett</source>
        <translation>Open on a day and time</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message numerus="yes">
        <source>%n har ikke oppgitt hvem det er for</source>
        <translation>
            <numerusform>%n does not state whom it is for</numerusform>
            <numerusform>%n do not state whom they are for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n har ikke oppgitt {x}</source>
        <translation>
            <numerusform>%n does not state {x}</numerusform>
            <numerusform>%n do not state {x}</numerusform>
        </translation>
    </message>
    <message>
        <source>Andre steder</source>
        <translation>Other places</translation>
    </message>
    <message>
        <source>Andre steder: {x}</source>
        <translation>Other places: {x}</translation>
    </message>
    <message>
        <source>Flere treff</source>
        <translation>More results</translation>
    </message>
    <message>
        <source>For hvem</source>
        <translation>For whom</translation>
    </message>
    <message numerus="yes">
        <source>Ingen er bekreftet {x}. %n har ikke oppgitt det.</source>
        <translation>
            <numerusform>None is confirmed {x}. %n does not state it.</numerusform>
            <numerusform>None is confirmed {x}. %n do not state it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ingen for {place} er bekreftet {x}. %n har ikke oppgitt det.</source>
        <translation>
            <numerusform>None for {place} is confirmed {x}. %n does not state it.</numerusform>
            <numerusform>None for {place} is confirmed {x}. %n do not state it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ingen steder i {place} er bekreftet {x}. Legevakt 116 117 svarer hele døgnet.</source>
        <translation>No places in {place} are confirmed {x}. The out-of-hours doctor 116 117 answers around the clock.</translation>
    </message>
    <message>
        <source>Språk</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>Stengt da</source>
        <translation>Closed then</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Tilbud</source>
        <translation>What you get</translation>
    </message>
    <message>
        <source>Vi har ikke lokalt innhold for {x}. Her er nasjonale tilbud og det nærmeste.</source>
        <translation>We have no local content for {x}. Here are national services and what is nearest.</translation>
    </message>
    <message>
        <source>eller</source>
        <translation>or</translation>
    </message>
    <message>
        <source>for {x}</source>
        <translation>for {x}</translation>
    </message>
    <message>
        <source>gratis</source>
        <translation>free of charge</translation>
    </message>
    <message>
        <source>med {x}</source>
        <translation>with {x}</translation>
    </message>
    <message>
        <source>og</source>
        <translation>and</translation>
    </message>
    <message>
        <source>om det er for dem du har valgt</source>
        <translation>whether it is for those you chose</translation>
    </message>
    <message>
        <source>om du kan komme ruset</source>
        <translation>whether you may come while using</translation>
    </message>
    <message>
        <source>om du trenger henvisning</source>
        <translation>whether you need a referral</translation>
    </message>
    <message>
        <source>om {x}</source>
        <translation>about {x}</translation>
    </message>
    <message>
        <source>pris</source>
        <translation>cost</translation>
    </message>
    <message>
        <source>på {x}</source>
        <translation>in {x}</translation>
    </message>
    <message>
        <source>språk</source>
        <translation>languages</translation>
    </message>
    <message>
        <source>tema</source>
        <translation>topic</translation>
    </message>
    <message>
        <source>tilbudet</source>
        <translation>what is offered</translation>
    </message>
    <message>
        <source>uten henvisning</source>
        <translation>no referral needed</translation>
    </message>
    <message>
        <source>{weekday} {day} kl. {clock}</source>
        <translation>{weekday} {day} at {clock}</translation>
    </message>
    <message>
        <source>Åpent da</source>
        <translation>Open then</translation>
    </message>
    <message>
        <source>Åpent {weekday} {day}.{month}. kl. {clock}</source>
        <translation>Open {weekday} {day}/{month} at {clock}</translation>
    </message>
    <message>
        <source>åpne for den som er ruset</source>
        <translation>open to those who are using</translation>
    </message>
    <message>
        <source>åpne nå</source>
        <translation>open now</translation>
    </message>
    <message>
        <source>åpne {when}</source>
        <translation>open {when}</translation>
    </message>
    <message>
        <source>åpningstid</source>
        <translation>opening hours</translation>
    </message>
</context>
<context>
    <name>FindLine</name>
    <message>
        <source>Fant ikke «{words}» på siden.</source>
        <translation>“{words}” is not on the page.</translation>
    </message>
    <message>
        <source>Finn på siden</source>
        <translation>Find on the page</translation>
    </message>
    <message>
        <source>Forrige treff (Shift+F3)</source>
        <translation>Previous match (Shift+F3)</translation>
    </message>
    <message>
        <source>Lukk</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Lukk (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>Neste treff (F3)</source>
        <translation>Next match (F3)</translation>
    </message>
    <message>
        <source>{n} av {all}</source>
        <translation>{n} of {all}</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Alt innhold ligger på maskinen. Du trenger ikke nett.</source>
        <translation>All content is on this computer. You need no network.</translation>
    </message>
    <message>
        <source>Fant ingen kommune med det navnet.</source>
        <translation>Could not find a municipality of that name.</translation>
    </message>
    <message>
        <source>Hopp over</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Hvilken kommune jobber dere mest i?</source>
        <translation>Which municipality do you mostly work in?</translation>
    </message>
    <message>
        <source>Kommunen styrer hva som vises først. Du kan endre den når som helst.</source>
        <translation>The municipality decides what is shown first. You can change it at any time.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Velkommen til Feltperm</source>
        <translation>Welcome to Feltperm</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Hent oppsettet fra en kollega</source>
        <translation>Get the set-up from a colleague</translation>
    </message>
    <message>
        <source>Ikke nå</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Kom i gang</source>
        <translation>Get started</translation>
    </message>
    <message>
        <source>Legg inn stedet vårt</source>
        <translation>Add our site</translation>
    </message>
    <message>
        <source>Se akuttkortet (F2)</source>
        <translation>See the emergency card (F2)</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Det du har skrevet, er ikke lagret. Velg Lagre eller Avbryt.</source>
        <translation>What you have written is not saved. Choose Save or Cancel.</translation>
    </message>
    <message>
        <source>Ikke skriv navn eller opplysninger om pasienter.</source>
        <translation>Do not write names or details of patients.</translation>
    </message>
    <message>
        <source>Lagre</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>Greeting</name>
    <message>
        <source>Behold vårt</source>
        <translation>Keep ours</translation>
    </message>
    <message>
        <source>Bruk den</source>
        <translation>Use it</translation>
    </message>
    <message>
        <source>Bruk nytt</source>
        <translation>Use the new one</translation>
    </message>
    <message>
        <source>Denne permen er brukt før: {what}.</source>
        <translation>This binder has been used before: {what}.</translation>
    </message>
    <message>
        <source>Ikke samme sted</source>
        <translation>Not the same place</translation>
    </message>
    <message>
        <source>Nytt fra {sender} om {title}: {theirs}. Dere har {ours}.</source>
        <translation>New from {sender} about {title}: {theirs}. You have {ours}.</translation>
    </message>
    <message>
        <source>Permen er ny. Den gamle ligger under «Innstillinger», «Hent tilbake».</source>
        <translation>The binder is new. The old one is under “Settings”, “Restore”.</translation>
    </message>
    <message>
        <source>Slå sammen</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Slått sammen.</source>
        <translation>Merged.</translation>
    </message>
    <message>
        <source>Start en ny</source>
        <translation>Start a new one</translation>
    </message>
    <message>
        <source>ikke oppgitt</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>{name} er lagret. Det kan stå på plakater.</source>
        <translation>{name} is saved. It can be put on posters.</translation>
    </message>
    <message>
        <source>{name} er lagret. Det står på plakater og på akuttkortet.</source>
        <translation>{name} is saved. It is on posters and on the emergency card.</translation>
    </message>
    <message>
        <source>{sender} har fått med {title}, som dere har skrevet inn selv. Er det samme sted?</source>
        <translation>{sender} now has {title}, which you have added yourselves. Is it the same place?</translation>
    </message>
</context>
<context>
    <name>Handouts</name>
    <message>
        <source>Alt ligger på utdelingsarket fra før.</source>
        <translation>Everything is on the handout sheet already.</translation>
    </message>
    <message>
        <source>Lag ark {n}</source>
        <translation>Make sheet {n}</translation>
    </message>
    <message>
        <source>Lagt på utdelingsarket.</source>
        <translation>Added to the handout sheet.</translation>
    </message>
    <message>
        <source>Stedet ligger på utdelingsarket fra før.</source>
        <translation>The place is on the handout sheet already.</translation>
    </message>
</context>
<context>
    <name>HangDialog</name>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>For eksempel Varmestua</source>
        <translation>For example Varmestua</translation>
    </message>
    <message>
        <source>For eksempel inngang</source>
        <translation>For example entrance</translation>
    </message>
    <message>
        <source>Heng opp</source>
        <translation>Put up</translation>
    </message>
    <message>
        <source>Henger der det gamle hang:</source>
        <translation>Hangs where the old one hung:</translation>
    </message>
    <message>
        <source>Henger det et annet sted?</source>
        <translation>Does it hang somewhere else?</translation>
    </message>
    <message>
        <source>Hvor henger det?</source>
        <translation>Where does it hang?</translation>
    </message>
    <message>
        <source>Hvor på stedet</source>
        <translation>Where on the site</translation>
    </message>
    <message>
        <source>Ikke skriv navn eller opplysninger om pasienter.</source>
        <translation>Do not write names or details of patients.</translation>
    </message>
    <message>
        <source>Lagre</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Skriv hvor det henger.</source>
        <translation>Write where it hangs.</translation>
    </message>
    <message>
        <source>Sted</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>{where}, hengt {date}</source>
        <translation>{where}, put up {date}</translation>
    </message>
</context>
<context>
    <name>Hanging</name>
    <message>
        <source>Notert. Vi sier fra når oppslaget må byttes.</source>
        <translation>Noted. We will tell you when the sheet needs replacing.</translation>
    </message>
    <message>
        <source>{n} oppslag</source>
        <translation>{n} sheets</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Angre det siste du fjernet</source>
        <translation>Undo what you last removed</translation>
    </message>
    <message>
        <source>Finn på siden</source>
        <translation>Find on the page</translation>
    </message>
    <message>
        <source>Forklar ordene på siden</source>
        <translation>Explain the words on the page</translation>
    </message>
    <message>
        <source>Fram igjen</source>
        <translation>Forward again</translation>
    </message>
    <message>
        <source>Gå til siden i menyen</source>
        <translation>Go to the page in the menu</translation>
    </message>
    <message>
        <source>Gå til søkefeltet</source>
        <translation>Go to the search field</translation>
    </message>
    <message>
        <source>Hjelp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Hurtigtaster</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Hva den gjør</source>
        <translation>What it does</translation>
    </message>
    <message>
        <source>Innstillinger</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Legg stedet på utdelingsarket</source>
        <translation>Add the place to the handout sheet</translation>
    </message>
    <message>
        <source>Lukk, eller tøm søket</source>
        <translation>Close, or clear the search</translation>
    </message>
    <message>
        <source>Mindre tekst</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Ordliste</source>
        <translation>Word list</translation>
    </message>
    <message>
        <source>Sett stjerne, eller fjern den</source>
        <translation>Add a star, or remove it</translation>
    </message>
    <message>
        <source>Sist lest</source>
        <translation>Recently read</translation>
    </message>
    <message>
        <source>Større tekst</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Tast</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Tekst i maskinens størrelse</source>
        <translation>Text in the computer’s size</translation>
    </message>
    <message>
        <source>Tilbake til det du så på</source>
        <translation>Back to what you were looking at</translation>
    </message>
    <message>
        <source>høyrepil</source>
        <translation>right arrow</translation>
    </message>
    <message>
        <source>venstrepil</source>
        <translation>left arrow</translation>
    </message>
    <message>
        <source>Åpne akuttkortet</source>
        <translation>Open the emergency card</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Bare på bokmål</source>
        <translation>Norwegian only</translation>
    </message>
    <message>
        <source>Emner</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Hjelp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Ingen hjelp om det. Prøv et annet ord.</source>
        <translation>No help about that. Try another word.</translation>
    </message>
    <message>
        <source>Kopier</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Kopiert.</source>
        <translation>Copied.</translation>
    </message>
    <message>
        <source>Logg</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Om Feltperm</source>
        <translation>About Feltperm</translation>
    </message>
    <message>
        <source>Søk i hjelpen</source>
        <translation>Search the help</translation>
    </message>
    <message>
        <source>Tilbake til emnene</source>
        <translation>Back to the topics</translation>
    </message>
</context>
<context>
    <name>Holdings</name>
    <message numerus="yes">
        <source>%n egne oppføringer</source>
        <translation>
            <numerusform>%n own entry</numerusform>
            <numerusform>%n own entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n favoritter</source>
        <translation>
            <numerusform>%n favourite</numerusform>
            <numerusform>%n favourites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notater</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n oppslag i loggen</source>
        <translation>
            <numerusform>%n sheet in the log</numerusform>
            <numerusform>%n sheets in the log</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n samlinger</source>
        <translation>
            <numerusform>%n collection</numerusform>
            <numerusform>%n collections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steder</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Adressen</source>
        <translation>The address</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Åpne</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Åpne lenke</source>
        <translation>Open link</translation>
    </message>
    <message>
        <source>Åpne {host} utenfor Feltperm?</source>
        <translation>Open {host} outside Feltperm?</translation>
    </message>
</context>
<context>
    <name>ListPrinter</name>
    <message>
        <source>tilbud</source>
        <translation>services</translation>
    </message>
</context>
<context>
    <name>LogFoot</name>
    <message>
        <source>Kan ikke lagre her.</source>
        <translation>Cannot save here.</translation>
    </message>
    <message>
        <source>Loggen er tømt her. Den kan ligge igjen i {names}.</source>
        <translation>The log has been cleared here. It may remain in {names}.</translation>
    </message>
    <message>
        <source>Loggen er tømt, også i sikkerhetskopiene.</source>
        <translation>The log has been cleared, in the backups too.</translation>
    </message>
    <message>
        <source>Loggen ligger bare på denne maskinen, og i sikkerhetskopiene av permen.</source>
        <translation>The log is only on this computer, and in the backups of the binder.</translation>
    </message>
    <message>
        <source>Spør hvor oppslag henger, og noter det</source>
        <translation>Ask where sheets hang, and note it</translation>
    </message>
    <message>
        <source>Tøm loggen …</source>
        <translation>Clear the log …</translation>
    </message>
</context>
<context>
    <name>LookGroup</name>
    <message>
        <source>Bevegelse</source>
        <translation>Motion</translation>
    </message>
    <message>
        <source>Farger</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Følg maskinen</source>
        <translation>Follow the computer</translation>
    </message>
    <message>
        <source>Høy kontrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Lys</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Mindre bevegelse: ingenting glir eller blinker</source>
        <translation>Less motion: nothing slides or blinks</translation>
    </message>
    <message>
        <source>Mørk</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Tekststørrelse</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Utseende</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>«Følg maskinen» tar farger, kontrast og tekst fra systemet.</source>
        <translation>“Follow the computer” takes colours, contrast and text size from the system.</translation>
    </message>
</context>
<context>
    <name>MarkdownView</name>
    <message>
        <source>(Teksten er for lang og er kuttet.)</source>
        <translation>(The text is too long and has been cut.)</translation>
    </message>
    <message>
        <source>Tekst</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>MunicipalityPicker</name>
    <message>
        <source>Kommune</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Kommuner som passer</source>
        <translation>Matching municipalities</translation>
    </message>
    <message>
        <source>Skriv navnet på kommunen</source>
        <translation>Write the name of the municipality</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Gi nytt navn</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Ikke skriv navn eller opplysninger om pasienter.</source>
        <translation>Do not write names or details of patients.</translation>
    </message>
    <message>
        <source>Lagre</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Navn på samlingen</source>
        <translation>Name of the collection</translation>
    </message>
    <message>
        <source>Ny samling</source>
        <translation>New collection</translation>
    </message>
    <message>
        <source>Samlingen må ha et navn.</source>
        <translation>The collection needs a name.</translation>
    </message>
</context>
<context>
    <name>NoHits</name>
    <message>
        <source>Ingen treff</source>
        <translation>No results</translation>
    </message>
    <message>
        <source>Legg inn selv</source>
        <translation>Add it yourself</translation>
    </message>
    <message>
        <source>Nullstill filtre</source>
        <translation>Reset filters</translation>
    </message>
    <message>
        <source>Se akuttkortet (F2)</source>
        <translation>See the emergency card (F2)</translation>
    </message>
    <message>
        <source>Telefoner i hele landet</source>
        <translation>Helplines for the whole country</translation>
    </message>
</context>
<context>
    <name>NoteBlock</name>
    <message>
        <source>Bare på denne maskinen. Lagres av seg selv.</source>
        <translation>Only on this computer. Saved by itself.</translation>
    </message>
    <message>
        <source>Eget notat</source>
        <translation>Own note</translation>
    </message>
    <message>
        <source>Fjern notatet</source>
        <translation>Remove the note</translation>
    </message>
    <message>
        <source>Ikke skriv navn eller opplysninger om pasienter.</source>
        <translation>Do not write names or details of patients.</translation>
    </message>
    <message>
        <source>Skriv et eget notat</source>
        <translation>Write your own note</translation>
    </message>
</context>
<context>
    <name>OfflineCard</name>
    <message>
        <source>Fra minnepinne …</source>
        <translation>From a USB stick …</translation>
    </message>
    <message>
        <source>Hent fra minnepinne, eller lag en til neste maskin. Avsenderen kan kontrolleres på neste maskin.</source>
        <translation>Fetch from a USB stick, or make one for the next computer. The publisher can be checked on the next computer.</translation>
    </message>
    <message>
        <source>Lag minnepinne …</source>
        <translation>Make USB stick …</translation>
    </message>
    <message>
        <source>Uten nett</source>
        <translation>Offline</translation>
    </message>
</context>
<context>
    <name>Outlet</name>
    <message>
        <source>Ferdig. Du kan ta ut pinnen.</source>
        <translation>Done. You can take the stick out.</translation>
    </message>
    <message>
        <source>Ikke ennå</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Ja, heng opp …</source>
        <translation>Yes, put up …</translation>
    </message>
    <message>
        <source>Kom arkene ut?</source>
        <translation>Did the sheets come out?</translation>
    </message>
    <message>
        <source>Kom arket ut?</source>
        <translation>Did the sheet come out?</translation>
    </message>
    <message>
        <source>Lagre PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Lagret {n} PDF-er i {name}</source>
        <translation>Saved {n} PDFs in {name}</translation>
    </message>
    <message>
        <source>Lagret: {name}</source>
        <translation>Saved: {name}</translation>
    </message>
    <message>
        <source>Nei</source>
        <translation>No</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Se etter papir og feil på skriveren. Prøv så igjen.</source>
        <translation>Check the printer for paper and faults. Then try again.</translation>
    </message>
    <message>
        <source>Sendt til {printer}.</source>
        <translation>Sent to {printer}.</translation>
    </message>
    <message>
        <source>Skriv ut igjen</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Skriver til pinnen …</source>
        <translation>Writing to the stick …</translation>
    </message>
    <message>
        <source>Velg mappe</source>
        <translation>Choose folder</translation>
    </message>
    <message>
        <source>Velg minnepinne</source>
        <translation>Choose USB stick</translation>
    </message>
    <message>
        <source>«{title}» ble ikke med.</source>
        <translation>“{title}” was left out.</translation>
    </message>
    <message>
        <source>Åpne mappen</source>
        <translation>Open the folder</translation>
    </message>
</context>
<context>
    <name>OwnForm</name>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Endre oppføring</source>
        <translation>Change entry</translation>
    </message>
    <message>
        <source>Hva det er</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>Kommune</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>La den stå tom hvis det gjelder flere</source>
        <translation>Leave it empty if there are several</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ny oppføring</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>Oppføringen må ha et navn.</source>
        <translation>The entry needs a name.</translation>
    </message>
    <message>
        <source>Som «mandag–fredag kl. 9–15»</source>
        <translation>As “Monday–Friday 9:00–15:00”</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Til kolleger</source>
        <translation>To colleagues</translation>
    </message>
    <message>
        <source>Åpningstid</source>
        <translation>Opening hours</translation>
    </message>
</context>
<context>
    <name>OwnPosterForm</name>
    <message>
        <source>Blå</source>
        <translation>Blue</translation>
    </message>
    <message>
        <source>Blågrønn</source>
        <translation>Teal</translation>
    </message>
    <message>
        <source>Brun</source>
        <translation>Brown</translation>
    </message>
    <message>
        <source>Endre egen plakat</source>
        <translation>Change own poster</translation>
    </message>
    <message>
        <source>Farge</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>Fiolett</source>
        <translation>Violet</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Grønn</source>
        <translation>Green</translation>
    </message>
    <message>
        <source>Linjer</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>Ny egen plakat</source>
        <translation>New own poster</translation>
    </message>
    <message>
        <source>Overskrift</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>Overskrift over stedet</source>
        <translation>Heading above the site</translation>
    </message>
    <message>
        <source>Plakaten gir råd om helse eller behandling</source>
        <translation>The poster gives advice on health or treatment</translation>
    </message>
    <message>
        <source>Plakaten må ha en overskrift og en linje.</source>
        <translation>The poster needs a heading and a line.</translation>
    </message>
    <message>
        <source>Rød</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Under overskriften</source>
        <translation>Below the heading</translation>
    </message>
</context>
<context>
    <name>OwnPosterWriter</name>
    <message>
        <source>Del plakat</source>
        <translation>Share poster</translation>
    </message>
    <message>
        <source>Delt plakat (*.json)</source>
        <translation>Shared poster (*.json)</translation>
    </message>
    <message>
        <source>Hent inn PDF</source>
        <translation>Import PDF</translation>
    </message>
    <message>
        <source>Hent plakat fra fil</source>
        <translation>Import poster from file</translation>
    </message>
    <message>
        <source>Hentet inn: {name}</source>
        <translation>Imported: {name}</translation>
    </message>
    <message>
        <source>Lagret: {name}</source>
        <translation>Saved: {name}</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Plakater fra fila: {parts}.</source>
        <translation>Posters from the file: {parts}.</translation>
    </message>
    <message>
        <source>{n} hadde du fra før</source>
        <translation>you already had {n}</translation>
    </message>
    <message>
        <source>{n} kunne ikke brukes</source>
        <translation>{n} could not be used</translation>
    </message>
    <message>
        <source>{n} nye</source>
        <translation>{n} new</translation>
    </message>
</context>
<context>
    <name>OwnTab</name>
    <message>
        <source>De ligger bare på denne maskinen.</source>
        <translation>They are only on this computer.</translation>
    </message>
    <message>
        <source>Del …</source>
        <translation>Share …</translation>
    </message>
    <message>
        <source>Det er ingen oppføringer ennå.</source>
        <translation>There are no entries yet.</translation>
    </message>
    <message>
        <source>Egen plakat</source>
        <translation>Own poster</translation>
    </message>
    <message>
        <source>Egne oppføringer</source>
        <translation>Own entries</translation>
    </message>
    <message>
        <source>Endre …</source>
        <translation>Change …</translation>
    </message>
    <message>
        <source>Fjern</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Hent inn</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Hent inn PDF …</source>
        <translation>Import PDF …</translation>
    </message>
    <message>
        <source>Ny oppføring</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>Ny plakat …</source>
        <translation>New poster …</translation>
    </message>
    <message>
        <source>Plakat fra en kollega …</source>
        <translation>Poster from a colleague …</translation>
    </message>
    <message>
        <source>Plakat som PDF</source>
        <translation>Poster as PDF</translation>
    </message>
    <message>
        <source>Skriv inn steder som bare dere vet om, så finner søket dem.</source>
        <translation>Add places that only you know of, and search will find them.</translation>
    </message>
    <message>
        <source>Skriv ut …</source>
        <translation>Print …</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>Sider</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>PictureBlock</name>
    <message>
        <source>Bildet kan ikke vises her.</source>
        <translation>The picture cannot be shown here.</translation>
    </message>
</context>
<context>
    <name>PlaceGroup</name>
    <message numerus="yes">
        <source>%n til</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Alle kommuner</source>
        <translation>All municipalities</translation>
    </message>
    <message>
        <source>Bytt kommune …</source>
        <translation>Change municipality …</translation>
    </message>
    <message>
        <source>Ikke ta med</source>
        <translation>Leave them out</translation>
    </message>
    <message>
        <source>Ingen kommune ligger så nær.</source>
        <translation>No municipality is that near.</translation>
    </message>
    <message>
        <source>Innen {n} km</source>
        <translation>Within {n} km</translation>
    </message>
    <message>
        <source>Kommune</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Nabokommuner</source>
        <translation>Neighbouring municipalities</translation>
    </message>
    <message>
        <source>Regnet fra midten av kommunen: {names}.</source>
        <translation>Measured from the middle of the municipality: {names}.</translation>
    </message>
    <message>
        <source>Språk i vinduet</source>
        <translation>Language of the window</translation>
    </message>
    <message>
        <source>Språket gjelder vinduet. Plakater og ark har sitt eget språkvalg.</source>
        <translation>The language is that of the window. Posters and sheets have their own.</translation>
    </message>
    <message>
        <source>Sted og språk</source>
        <translation>Place and language</translation>
    </message>
    <message>
        <source>Tilbud i nabokommunene kan stå etter kommunens egne.</source>
        <translation>Services nearby can be listed after those of the municipality.</translation>
    </message>
    <message>
        <source>Velg en kommune først.</source>
        <translation>Choose a municipality first.</translation>
    </message>
</context>
<context>
    <name>PosterOptions</name>
    <message>
        <source>Beskjed på arket (lagres ikke)</source>
        <translation>Message on the sheet (not saved)</translation>
    </message>
    <message>
        <source>Farge</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Ikke skriv navn eller opplysninger om pasienter.</source>
        <translation>Do not write names or details of patients.</translation>
    </message>
    <message>
        <source>Kort</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>Nytt sted …</source>
        <translation>New site …</translation>
    </message>
    <message>
        <source>Papir</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Plakat</source>
        <translation>Poster</translation>
    </message>
    <message>
        <source>Skilt</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Spar blekk</source>
        <translation>Ink saver</translation>
    </message>
    <message>
        <source>Språk</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>Sted</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Tider fra</source>
        <translation>Times from</translation>
    </message>
    <message>
        <source>Ukeplan</source>
        <translation>Weekly plan</translation>
    </message>
    <message>
        <source>Uten sted</source>
        <translation>No site</translation>
    </message>
    <message>
        <source>Vanlig uke</source>
        <translation>Usual week</translation>
    </message>
    <message>
        <source>{språk} · kladd</source>
        <translation>{språk} · draft</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Arket som tekst</source>
        <translation>The sheet as text</translation>
    </message>
    <message>
        <source>Blekk: omtrent {n} % av arket.</source>
        <translation>Ink: about {n} % of the sheet.</translation>
    </message>
    <message>
        <source>Forhåndsvisning</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Side {k} av {n}</source>
        <translation>Page {k} of {n}</translation>
    </message>
    <message>
        <source>Som tekst</source>
        <translation>As text</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Fant ikke standardskriveren «{name}». {other} er valgt.</source>
        <translation>Could not find the standard printer “{name}”. {other} is chosen.</translation>
    </message>
    <message>
        <source>Fant ingen skriver. Lagre PDF og skriv ut fra en annen maskin.</source>
        <translation>Found no printer. Save a PDF and print it from another computer.</translation>
    </message>
    <message>
        <source>Lagre PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Lagre på minnepinne</source>
        <translation>Save to USB stick</translation>
    </message>
    <message>
        <source>Leter etter skrivere …</source>
        <translation>Looking for printers …</translation>
    </message>
    <message>
        <source>Prøv igjen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Prøveside</source>
        <translation>Test page</translation>
    </message>
    <message>
        <source>Prøvesiden er sendt til {printer}.</source>
        <translation>The test page has been sent to {printer}.</translation>
    </message>
    <message>
        <source>Send til skriver</source>
        <translation>Send to printer</translation>
    </message>
    <message>
        <source>Sender til {printer} …</source>
        <translation>Sending to {printer} …</translation>
    </message>
    <message>
        <source>Sender {k} av {n}: {title}</source>
        <translation>Sending {k} of {n}: {title}</translation>
    </message>
    <message>
        <source>Skriv ut</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Skriv ut likevel</source>
        <translation>Print anyway</translation>
    </message>
    <message>
        <source>Skriv ut prøveside</source>
        <translation>Print test page</translation>
    </message>
    <message>
        <source>Utskriften er avbrutt. Ingenting er sendt.</source>
        <translation>Printing has been cancelled. Nothing has been sent.</translation>
    </message>
    <message>
        <source>{a2} av {n} ark {a}</source>
        <translation>{a2} from {n} sheets of {a}</translation>
    </message>
    <message>
        <source>{a}, delt på {n} ark</source>
        <translation>{a}, split over {n} sheets</translation>
    </message>
    <message>
        <source>{a}, midt på arket</source>
        <translation>{a}, in the middle of the sheet</translation>
    </message>
</context>
<context>
    <name>PrintGroup</name>
    <message>
        <source>Bruk maskinens</source>
        <translation>Use the computer’s choice</translation>
    </message>
    <message>
        <source>Den maskinen har valgt</source>
        <translation>The one the computer has chosen</translation>
    </message>
    <message>
        <source>Du kan bytte skriver, papir og blekk i utskriftsvinduet for hvert ark.</source>
        <translation>You can change printer, paper and ink in the print window for each sheet.</translation>
    </message>
    <message>
        <source>Fant ikke «{name}». Den maskinen har valgt, brukes så lenge.</source>
        <translation>Could not find “{name}”. The computer’s choice is used meanwhile.</translation>
    </message>
    <message>
        <source>Fant ingen skriver.</source>
        <translation>Found no printer.</translation>
    </message>
    <message>
        <source>Leter etter skrivere …</source>
        <translation>Looking for printers …</translation>
    </message>
    <message>
        <source>Standardskriver</source>
        <translation>Standard printer</translation>
    </message>
    <message>
        <source>Utskrift</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>Velg skriver …</source>
        <translation>Choose printer …</translation>
    </message>
</context>
<context>
    <name>PrintOptions</name>
    <message>
        <source>Antall</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Farge</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>Flere</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Færre</source>
        <translation>Fewer</translation>
    </message>
    <message>
        <source>Noter hvor det henges opp</source>
        <translation>Note where it is put up</translation>
    </message>
    <message>
        <source>Papir</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Skriv på begge sider</source>
        <translation>Print on both sides</translation>
    </message>
    <message>
        <source>Skriver</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Spar blekk</source>
        <translation>Ink saver</translation>
    </message>
</context>
<context>
    <name>PrivacyGroup</name>
    <message numerus="yes">
        <source>%n søk uten treff er tatt vare på.</source>
        <translation>
            <numerusform>%n search without results has been kept.</numerusform>
            <numerusform>%n searches without results have been kept.</numerusform>
        </translation>
    </message>
    <message>
        <source>Flere bruker denne påloggingen. Spør hvem sin perm det er</source>
        <translation>Several people share this log-in. Ask whose binder it is</translation>
    </message>
    <message>
        <source>Glem søkene</source>
        <translation>Forget the searches</translation>
    </message>
    <message>
        <source>I permen</source>
        <translation>In the binder</translation>
    </message>
    <message>
        <source>Ingenting ennå.</source>
        <translation>Nothing yet.</translation>
    </message>
    <message>
        <source>Lagre søkene</source>
        <translation>Save the searches</translation>
    </message>
    <message>
        <source>Lagre søkene …</source>
        <translation>Save the searches …</translation>
    </message>
    <message>
        <source>Permen er tom.</source>
        <translation>The binder is empty.</translation>
    </message>
    <message>
        <source>Permen er tom. Dette kunne ikke slettes: {names}.</source>
        <translation>The binder is empty. This could not be deleted: {names}.</translation>
    </message>
    <message>
        <source>Permen ligger bare på denne maskinen. Programmet sender ingenting om deg til noen.</source>
        <translation>The binder is only on this computer. The program sends nothing about you to anyone.</translation>
    </message>
    <message>
        <source>Personvern</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>Sikkerhetskopier</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Slett alt i permen …</source>
        <translation>Delete everything in the binder …</translation>
    </message>
    <message>
        <source>Søkene er glemt.</source>
        <translation>The searches have been forgotten.</translation>
    </message>
    <message>
        <source>Søkene er lagret.</source>
        <translation>The searches have been saved.</translation>
    </message>
    <message>
        <source>Ta vare på søk uten treff, så innholdet kan bli bedre</source>
        <translation>Keep searches without results, so that the content can improve</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Bare på wifi</source>
        <translation>Wi-Fi only</translation>
    </message>
    <message>
        <source>Fortsett</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Fra minnepinne …</source>
        <translation>From a USB stick …</translation>
    </message>
    <message>
        <source>Hent</source>
        <translation>Fetch</translation>
    </message>
    <message>
        <source>Hent {size}</source>
        <translation>Fetch {size}</translation>
    </message>
    <message>
        <source>Henter ikke av seg selv på mobilnett. Kabel går også, og du kan alltid hente.</source>
        <translation>Does not fetch by itself on mobile data. Cable works too, and you can always fetch.</translation>
    </message>
    <message>
        <source>Ikke nå</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Kopier</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Legg til kilde …</source>
        <translation>Add source …</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Prøv igjen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Ta i bruk</source>
        <translation>Start using</translation>
    </message>
    <message>
        <source>Vis detaljer</source>
        <translation>Show details</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Hjelp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Innstillinger</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Krise</source>
        <translation>Crisis</translation>
    </message>
    <message>
        <source>Min perm</source>
        <translation>My binder</translation>
    </message>
    <message>
        <source>Oppdatering</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>Plakater</source>
        <translation>Posters</translation>
    </message>
    <message>
        <source>Søk</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Tjenester</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Varsler</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>Veiledning</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>{page} (Alt+{number})</source>
        <translation>{page} (Alt+{number})</translation>
    </message>
</context>
<context>
    <name>RecordPane</name>
    <message>
        <source>Du har spurt stedet i dag, og alt på siden er riktig</source>
        <translation>You asked the place today, and all on the page is right</translation>
    </message>
    <message>
        <source>Endre …</source>
        <translation>Change …</translation>
    </message>
    <message>
        <source>Kontakten er kopiert.</source>
        <translation>The contact has been copied.</translation>
    </message>
    <message>
        <source>Kopier kontakt</source>
        <translation>Copy contact</translation>
    </message>
    <message>
        <source>Kopier som kontakt (vCard)</source>
        <translation>Copy as a contact (vCard)</translation>
    </message>
    <message>
        <source>Legg på utdelingsark</source>
        <translation>Add to handout sheet</translation>
    </message>
    <message>
        <source>Legg på utdelingsark (Ctrl+L)</source>
        <translation>Add to handout sheet (Ctrl+L)</translation>
    </message>
    <message>
        <source>Meld at alt stemmer</source>
        <translation>Report that all is right</translation>
    </message>
    <message>
        <source>Meld feil</source>
        <translation>Report an error</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Hent kopien</source>
        <translation>Restore the copy</translation>
    </message>
    <message>
        <source>Hent tilbake en sikkerhetskopi</source>
        <translation>Restore a backup</translation>
    </message>
    <message>
        <source>Permen blir som den var den dagen. Det som ligger her nå, blir tatt vare på.</source>
        <translation>The binder becomes as it was that day. What is here now is kept.</translation>
    </message>
    <message>
        <source>Sikkerhetskopier</source>
        <translation>Backups</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Treff</source>
        <translation>Results</translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>Hentes …</source>
        <translation>Loading …</translation>
    </message>
    <message>
        <source>favoritt</source>
        <translation>favourite</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Søk etter hjelp</source>
        <translation>Search for help</translation>
    </message>
    <message>
        <source>Tøm søket (Esc)</source>
        <translation>Clear the search (Esc)</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message numerus="yes">
        <source>%n oppføringer</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message>
        <source>Oppføringen er ikke her lenger.</source>
        <translation>The entry is no longer here.</translation>
    </message>
    <message>
        <source>Skriv ut liste …</source>
        <translation>Print list …</translation>
    </message>
    <message>
        <source>Tilbake til trefflista</source>
        <translation>Back to the results</translation>
    </message>
    <message>
        <source>Velg et treff for å lese det her.</source>
        <translation>Choose a result to read it here.</translation>
    </message>
    <message>
        <source>Åpne sjekklista for kriser</source>
        <translation>Open the checklist for crises</translation>
    </message>
</context>
<context>
    <name>SenderCard</name>
    <message>
        <source>Adressen er ukryptert. Innholdet kontrolleres likevel.</source>
        <translation>The address is not encrypted. The content is checked all the same.</translation>
    </message>
    <message>
        <source>Be {avsender} lese opp koden, på telefon eller på papir. Er den lik?</source>
        <translation>Ask {avsender} to read the code out, by phone or from paper. Is it the same?</translation>
    </message>
    <message>
        <source>Kan fornye det nasjonale innholdet</source>
        <translation>May renew the national content</translation>
    </message>
    <message>
        <source>Kilden er lagt til fra før.</source>
        <translation>The source has been added already.</translation>
    </message>
    <message>
        <source>Sjekk avsenderen</source>
        <translation>Check the publisher</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Det du velger, gjelder med en gang.</source>
        <translation>What you choose applies at once.</translation>
    </message>
    <message>
        <source>Innstillinger</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>SheetPanes</name>
    <message>
        <source>{back} (Esc)</source>
        <translation>{back} (Esc)</translation>
    </message>
</context>
<context>
    <name>SiteDialog</name>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Beskjed på plakaten</source>
        <translation>Message on the poster</translation>
    </message>
    <message>
        <source>Beskriv logoen for de som ikke ser den</source>
        <translation>Describe the logo for those who cannot see it</translation>
    </message>
    <message>
        <source>Beskriv logoen for de som ikke ser den.</source>
        <translation>Describe the logo for those who cannot see it.</translation>
    </message>
    <message>
        <source>Endre sted</source>
        <translation>Change site</translation>
    </message>
    <message>
        <source>Fjern logo</source>
        <translation>Remove logo</translation>
    </message>
    <message>
        <source>Følg en oppføring</source>
        <translation>Follow an entry</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nytt sted</source>
        <translation>New site</translation>
    </message>
    <message>
        <source>Oppføringen tiden følger</source>
        <translation>The entry that the hours follow</translation>
    </message>
    <message>
        <source>Skriv navnet på tilbudet</source>
        <translation>Write the name of the service</translation>
    </message>
    <message>
        <source>Standardsted</source>
        <translation>Default site</translation>
    </message>
    <message>
        <source>Stedet må ha et navn.</source>
        <translation>The site needs a name.</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Velg logo …</source>
        <translation>Choose logo …</translation>
    </message>
    <message>
        <source>Velg oppføringen fra lista.</source>
        <translation>Choose the entry from the list.</translation>
    </message>
    <message>
        <source>Åpningstid</source>
        <translation>Opening hours</translation>
    </message>
</context>
<context>
    <name>SiteWriter</name>
    <message>
        <source>Logo (*.png *.svg)</source>
        <translation>Logo (*.png *.svg)</translation>
    </message>
    <message>
        <source>Velg logo</source>
        <translation>Choose logo</translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Adresse, kildefil eller mappe</source>
        <translation>Address, source file or folder</translation>
    </message>
    <message>
        <source>Alle filer (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Ja, den er lik</source>
        <translation>Yes, it is the same</translation>
    </message>
    <message>
        <source>Kildefiler (*.json)</source>
        <translation>Source files (*.json)</translation>
    </message>
    <message>
        <source>Legg til kilde</source>
        <translation>Add source</translation>
    </message>
    <message>
        <source>Lim inn adressen, velg en kildefil eller en mappe.</source>
        <translation>Paste the address, choose a source file or a folder.</translation>
    </message>
    <message>
        <source>Lukk</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Nei, avbryt</source>
        <translation>No, cancel</translation>
    </message>
    <message>
        <source>Neste</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Ser etter avsenderen …</source>
        <translation>Looking for the publisher …</translation>
    </message>
    <message>
        <source>Skriv hvor kilden er.</source>
        <translation>Write where the source is.</translation>
    </message>
    <message>
        <source>Velg kildefil</source>
        <translation>Choose source file</translation>
    </message>
    <message>
        <source>Velg kildefil …</source>
        <translation>Choose source file …</translation>
    </message>
    <message>
        <source>Velg mappe</source>
        <translation>Choose folder</translation>
    </message>
    <message>
        <source>Velg mappe …</source>
        <translation>Choose folder …</translation>
    </message>
    <message>
        <source>{navn} er lagt til.</source>
        <translation>{navn} has been added.</translation>
    </message>
    <message>
        <source>{navn} er lagt til. Henter {kB}.</source>
        <translation>{navn} has been added. Fetching {kB}.</translation>
    </message>
</context>
<context>
    <name>SourcesCard</name>
    <message>
        <source>Bare fra minnepinne</source>
        <translation>Only from a USB stick</translation>
    </message>
    <message>
        <source>Fjern</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Fjern {name}</source>
        <translation>Remove {name}</translation>
    </message>
    <message>
        <source>Kilder</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Kode: {code}</source>
        <translation>Code: {code}</translation>
    </message>
    <message>
        <source>Legg til kilde …</source>
        <translation>Add source …</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n oppføringer</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message>
        <source>Alt innhold ligger på denne maskinen.</source>
        <translation>All content is on this computer.</translation>
    </message>
</context>
<context>
    <name>StickDialog</name>
    <message>
        <source>Det var ikke noe nyere å hente.</source>
        <translation>There was nothing newer to fetch.</translation>
    </message>
    <message>
        <source>Egne notater blir aldri med.</source>
        <translation>Your own notes are never included.</translation>
    </message>
    <message>
        <source>Ferdig. Du kan ta ut pinnen.</source>
        <translation>Done. You can take the stick out.</translation>
    </message>
    <message>
        <source>Hent fra pinnen</source>
        <translation>Fetch from the stick</translation>
    </message>
    <message>
        <source>Hent samlinger og steder</source>
        <translation>Fetch collections and sites</translation>
    </message>
    <message>
        <source>Henter fra pinnen …</source>
        <translation>Fetching from the stick …</translation>
    </message>
    <message>
        <source>Henter samlinger og steder …</source>
        <translation>Fetching collections and sites …</translation>
    </message>
    <message>
        <source>Hentet {parts}.</source>
        <translation>Fetched {parts}.</translation>
    </message>
    <message>
        <source>Ingen pinne er valgt.</source>
        <translation>No stick has been chosen.</translation>
    </message>
    <message>
        <source>Legg over på pinnen</source>
        <translation>Copy to the stick</translation>
    </message>
    <message>
        <source>Legger over på pinnen …</source>
        <translation>Copying to the stick …</translation>
    </message>
    <message>
        <source>Lukk</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Minnepinne</source>
        <translation>USB stick</translation>
    </message>
    <message>
        <source>Prøv igjen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Se avsender</source>
        <translation>See publisher</translation>
    </message>
    <message>
        <source>Ser på pinnen …</source>
        <translation>Looking at the stick …</translation>
    </message>
    <message>
        <source>Sett inn pinnen, og velg den.</source>
        <translation>Put the stick in, and choose it.</translation>
    </message>
    <message>
        <source>Stopp</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stoppet. Det som er gjort, er tatt vare på.</source>
        <translation>Stopped. What was done has been kept.</translation>
    </message>
    <message>
        <source>Ta med samlinger og steder</source>
        <translation>Include collections and sites</translation>
    </message>
    <message>
        <source>Velg pinne eller mappe</source>
        <translation>Choose stick or folder</translation>
    </message>
    <message>
        <source>Velg pinne …</source>
        <translation>Choose stick …</translation>
    </message>
    <message>
        <source>{n} egen oppføring</source>
        <translation>{n} own entry</translation>
    </message>
    <message>
        <source>{n} egne oppføringer</source>
        <translation>{n} own entries</translation>
    </message>
    <message>
        <source>{n} favoritt</source>
        <translation>{n} favourite</translation>
    </message>
    <message>
        <source>{n} favoritter</source>
        <translation>{n} favourites</translation>
    </message>
    <message>
        <source>{n} samling</source>
        <translation>{n} collection</translation>
    </message>
    <message>
        <source>{n} samlinger</source>
        <translation>{n} collections</translation>
    </message>
    <message>
        <source>{n} sted</source>
        <translation>{n} site</translation>
    </message>
    <message>
        <source>{n} steder</source>
        <translation>{n} sites</translation>
    </message>
</context>
<context>
    <name>StillOpen</name>
    <message>
        <source>Feltperm er åpent, men svarer ikke.</source>
        <translation>Feltperm is open, but does not answer.</translation>
    </message>
    <message>
        <source>Lukk</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Permen er trygg, og ingenting er endret.</source>
        <translation>The binder is safe, and nothing has been changed.</translation>
    </message>
    <message>
        <source>Vent, så kommer vinduet fram når det svarer. Haster det, åpne ett til.</source>
        <translation>Wait, and the window comes to the front when it answers. If it is urgent, open another.</translation>
    </message>
    <message>
        <source>Åpne et vindu til</source>
        <translation>Open another window</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Kopier</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Lukk</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Vis detaljer</source>
        <translation>Show details</translation>
    </message>
</context>
<context>
    <name>StudioPage</name>
    <message>
        <source>Egen</source>
        <translation>Own</translation>
    </message>
    <message>
        <source>Lag egen plakat …</source>
        <translation>Make own poster …</translation>
    </message>
    <message>
        <source>Lagre PDF …</source>
        <translation>Save PDF …</translation>
    </message>
    <message>
        <source>Plakaten finnes ikke i innholdet.</source>
        <translation>The poster is not in the content.</translation>
    </message>
    <message>
        <source>Plakater</source>
        <translation>Posters</translation>
    </message>
    <message>
        <source>Skriv ut hele settet for {sted} …</source>
        <translation>Print the whole set for {sted} …</translation>
    </message>
    <message>
        <source>Skriv ut hele settet …</source>
        <translation>Print the whole set …</translation>
    </message>
    <message>
        <source>Skriv ut {n} plakater …</source>
        <translation>Print {n} posters …</translation>
    </message>
    <message>
        <source>Skriv ut …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>Velg {større}</source>
        <translation>Choose {større}</translation>
    </message>
    <message>
        <source>Vis plakaten</source>
        <translation>Show the poster</translation>
    </message>
    <message>
        <source>bokmål</source>
        <translation>Bokmål</translation>
    </message>
    <message>
        <source>plakater</source>
        <translation>posters</translation>
    </message>
    <message>
        <source>{n} språk</source>
        <translation>{n} languages</translation>
    </message>
</context>
<context>
    <name>SupportGroup</name>
    <message>
        <source>Avansert</source>
        <translation>Advanced</translation>
    </message>
    <message>
        <source>Feilsøk …</source>
        <translation>Troubleshoot …</translation>
    </message>
    <message>
        <source>Mappe på denne maskinen</source>
        <translation>Folder on this computer</translation>
    </message>
    <message>
        <source>Åpne mappa</source>
        <translation>Open the folder</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Akutt 113  F2</source>
        <translation>Emergency 113  F2</translation>
    </message>
    <message>
        <source>Akutt 113  ·  Overdose: hva gjør jeg?  F2</source>
        <translation>Emergency 113  ·  Overdose: what do I do?  F2</translation>
    </message>
    <message>
        <source>Åpne akuttkortet (F2). Maskinen ringer ikke.</source>
        <translation>Open the emergency card (F2). The computer makes no calls.</translation>
    </message>
</context>
<context>
    <name>TrayBar</name>
    <message>
        <source>Tøm</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Utdelingsark: 1 sted</source>
        <translation>Handout sheet: 1 place</translation>
    </message>
    <message>
        <source>Utdelingsark: {n} steder</source>
        <translation>Handout sheet: {n} places</translation>
    </message>
    <message>
        <source>Vis</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>TrayList</name>
    <message>
        <source>Fjern</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Flytt ned</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Flytt opp</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Steder på arket</source>
        <translation>Places on the sheet</translation>
    </message>
    <message>
        <source>Søk</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Ta med likevel</source>
        <translation>Include anyway</translation>
    </message>
    <message>
        <source>Trykk Ctrl+L på et tilbud, så legges det på arket.</source>
        <translation>Press Ctrl+L on a service, and it is added to the sheet.</translation>
    </message>
</context>
<context>
    <name>TrayOptions</name>
    <message>
        <source>Beskjed på arket (lagres ikke)</source>
        <translation>Message on the sheet (not saved)</translation>
    </message>
    <message>
        <source>Det som ligger her</source>
        <translation>What is here</translation>
    </message>
    <message>
        <source>Farge</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>Ikke skriv navn eller opplysninger om pasienter.</source>
        <translation>Do not write names or details of patients.</translation>
    </message>
    <message>
        <source>Kveld</source>
        <translation>Evening</translation>
    </message>
    <message>
        <source>Lommeark for vakta</source>
        <translation>Pocket sheet for the shift</translation>
    </message>
    <message>
        <source>Spar blekk</source>
        <translation>Ink saver</translation>
    </message>
    <message>
        <source>Språk</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>Sted</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Steder</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>Stor skrift</source>
        <translation>Large print</translation>
    </message>
    <message>
        <source>Utdelingsark</source>
        <translation>Handout sheet</translation>
    </message>
    <message>
        <source>Uten sted</source>
        <translation>No site</translation>
    </message>
    <message>
        <source>{språk} · kladd</source>
        <translation>{språk} · draft</translation>
    </message>
</context>
<context>
    <name>TrayPage</name>
    <message>
        <source>Ark {n}</source>
        <translation>Sheet {n}</translation>
    </message>
    <message>
        <source>Arket er fullt. Ta bort et sted, eller gjør beskjeden kortere.</source>
        <translation>The sheet is full. Remove a place, or make the message shorter.</translation>
    </message>
    <message>
        <source>Arket er ikke klart.</source>
        <translation>The sheet is not ready.</translation>
    </message>
    <message>
        <source>Lagre PDF …</source>
        <translation>Save PDF …</translation>
    </message>
    <message>
        <source>Skriv ut …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>Utdelingsark</source>
        <translation>Handout sheet</translation>
    </message>
    <message>
        <source>Vis arket</source>
        <translation>Show the sheet</translation>
    </message>
    <message>
        <source>lommeark</source>
        <translation>pocket sheet</translation>
    </message>
    <message>
        <source>utdelingsark</source>
        <translation>handout sheet</translation>
    </message>
</context>
<context>
    <name>TwoPanes</name>
    <message>
        <source>{back} (Esc)</source>
        <translation>{back} (Esc)</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Angre</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Angre (Ctrl+Z)</source>
        <translation>Undo (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Fjernet.</source>
        <translation>Removed.</translation>
    </message>
    <message>
        <source>{said} Angre (Ctrl+Z)</source>
        <translation>{said} Undo (Ctrl+Z)</translation>
    </message>
</context>
<context>
    <name>UpdateOffers</name>
    <message>
        <source>Det er nytt innhold på {size}. Nettet teller data.</source>
        <translation>There is new content of {size}. The network counts data.</translation>
    </message>
    <message>
        <source>Fortsett</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Hent fra pinnen</source>
        <translation>Fetch from the stick</translation>
    </message>
    <message>
        <source>Hent likevel</source>
        <translation>Fetch anyway</translation>
    </message>
    <message>
        <source>Ikke nå</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Innholdet er {n} måneder gammelt. Ring for å bekrefte tider og telefon.</source>
        <translation>The content is {n} months old. Call to confirm times and phone numbers.</translation>
    </message>
    <message>
        <source>Legg over på pinnen</source>
        <translation>Copy to the stick</translation>
    </message>
    <message>
        <source>Minnepinnen har innhold til Feltperm.</source>
        <translation>The USB stick has content for Feltperm.</translation>
    </message>
    <message>
        <source>Nytt innhold er i bruk. {n} endring gjelder dere.</source>
        <translation>New content is in use. {n} change concerns you.</translation>
    </message>
    <message>
        <source>Nytt innhold er i bruk. {n} endringer gjelder dere.</source>
        <translation>New content is in use. {n} changes concern you.</translation>
    </message>
    <message>
        <source>Nytt innhold er i bruk. {walls}.</source>
        <translation>New content is in use. {walls}.</translation>
    </message>
    <message>
        <source>Nytt innhold er i bruk: {counted}.</source>
        <translation>New content is in use: {counted}.</translation>
    </message>
    <message>
        <source>Oppdater</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>Se hva som er nytt</source>
        <translation>See what is new</translation>
    </message>
    <message>
        <source>Se oppslagene</source>
        <translation>See the sheets</translation>
    </message>
    <message>
        <source>Se på pinnen …</source>
        <translation>Look at the stick …</translation>
    </message>
</context>
<context>
    <name>UpdatePage</name>
    <message>
        <source>Dette blir nytt</source>
        <translation>What will be new</translation>
    </message>
    <message>
        <source>Nytt siden sist</source>
        <translation>What is new</translation>
    </message>
</context>
<context>
    <name>UpdateWords</name>
    <message>
        <source>Det er nytt innhold</source>
        <translation>There is new content</translation>
    </message>
    <message>
        <source>Fikk ikke sett etter nytt innhold</source>
        <translation>Could not check for new content</translation>
    </message>
    <message>
        <source>Henter {what}</source>
        <translation>Fetching {what}</translation>
    </message>
    <message>
        <source>Hentet og kontrollert. Under ser du hva som blir endret.</source>
        <translation>Fetched and checked. Below you see what will change.</translation>
    </message>
    <message>
        <source>Hentet {size} denne måneden.</source>
        <translation>Fetched {size} this month.</translation>
    </message>
    <message>
        <source>I dag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>I går</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>Ikke hentet ferdig: {what}</source>
        <translation>Not fetched completely: {what}</translation>
    </message>
    <message>
        <source>Ikke sjekket ennå.</source>
        <translation>Not checked yet.</translation>
    </message>
    <message>
        <source>Ingen kilde er lagt til</source>
        <translation>No source has been added</translation>
    </message>
    <message>
        <source>Innholdet er oppdatert</source>
        <translation>The content is up to date</translation>
    </message>
    <message>
        <source>Innholdet fulgte med programmet. Legg til en kilde, eller hent fra minnepinne.</source>
        <translation>The content came with the program. Add a source, or fetch from a USB stick.</translation>
    </message>
    <message>
        <source>Innholdet oppdateres av seg selv</source>
        <translation>The content updates by itself</translation>
    </message>
    <message>
        <source>Klart til bruk: {what}</source>
        <translation>Ready to use: {what}</translation>
    </message>
    <message>
        <source>Satt på pause: {what}</source>
        <translation>Paused: {what}</translation>
    </message>
    <message>
        <source>Ser etter nytt innhold …</source>
        <translation>Checking for new content …</translation>
    </message>
    <message>
        <source>Ser hva som er i bruk …</source>
        <translation>Looking at what is in use …</translation>
    </message>
    <message>
        <source>Sist sjekket {when}.</source>
        <translation>Last checked {when}.</translation>
    </message>
    <message>
        <source>Tar i bruk nytt innhold …</source>
        <translation>Switching to the new content …</translation>
    </message>
    <message>
        <source>i dag</source>
        <translation>today</translation>
    </message>
    <message>
        <source>i går</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>nasjonalt innhold</source>
        <translation>national content</translation>
    </message>
    <message>
        <source>nytt innhold</source>
        <translation>new content</translation>
    </message>
    <message>
        <source>{came}. Fortsetter der den slapp om nettet faller ut.</source>
        <translation>{came}. Goes on where it stopped if the network drops out.</translation>
    </message>
    <message>
        <source>{day} kl. {clock}</source>
        <translation>{day} at {clock}</translation>
    </message>
    <message>
        <source>{here} av {there}</source>
        <translation>{here} of {there}</translation>
    </message>
    <message>
        <source>{here} av {there} (alt på nytt: {whole})</source>
        <translation>{here} of {there} (all anew: {whole})</translation>
    </message>
    <message>
        <source>{n} dager</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>{n} måneder</source>
        <translation>{n} months</translation>
    </message>
    <message>
        <source>{n} år</source>
        <translation>{n} years</translation>
    </message>
</context>
<context>
    <name>WallGroup</name>
    <message>
        <source>Vis {n} til</source>
        <translation>Show {n} more</translation>
    </message>
</context>
<context>
    <name>WallTab</name>
    <message numerus="yes">
        <source>%n oppslag viser vanlige åpningstider.</source>
        <translation>
            <numerusform>%n sheet shows the usual opening hours.</numerusform>
            <numerusform>%n sheets show the usual opening hours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Heng videre</source>
        <translation>Leave up</translation>
    </message>
    <message>
        <source>Henger</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Henger videre</source>
        <translation>Stays up</translation>
    </message>
    <message>
        <source>Henger videre.</source>
        <translation>Stays up.</translation>
    </message>
    <message>
        <source>Hengt {date}</source>
        <translation>Put up {date}</translation>
    </message>
    <message>
        <source>Hvorfor</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>I orden</source>
        <translation>In order</translation>
    </message>
    <message>
        <source>I orden ({n})</source>
        <translation>In order ({n})</translation>
    </message>
    <message>
        <source>Ja, heng opp …</source>
        <translation>Yes, put up …</translation>
    </message>
    <message>
        <source>Kom arket ut? ({n})</source>
        <translation>Did the sheet come out? ({n})</translation>
    </message>
    <message>
        <source>Må byttes ({n})</source>
        <translation>Needs replacing ({n})</translation>
    </message>
    <message>
        <source>Må tas ned ({n})</source>
        <translation>Must come down ({n})</translation>
    </message>
    <message>
        <source>Nei</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Når du noterer hvor en plakat henger, sier vi fra når den må byttes.</source>
        <translation>When you note where a poster hangs, we tell you when it needs replacing.</translation>
    </message>
    <message>
        <source>Plakat</source>
        <translation>Poster</translation>
    </message>
    <message>
        <source>Plakater</source>
        <translation>Posters</translation>
    </message>
    <message>
        <source>Sendt til skriver</source>
        <translation>Sent to printer</translation>
    </message>
    <message>
        <source>Sendt til {printer}</source>
        <translation>Sent to {printer}</translation>
    </message>
    <message>
        <source>Skriv ut alle som må byttes</source>
        <translation>Print all that need replacing</translation>
    </message>
    <message>
        <source>Skriv ut juleoppslag</source>
        <translation>Print Christmas sheets</translation>
    </message>
    <message>
        <source>Skriv ut ny</source>
        <translation>Print new</translation>
    </message>
    <message>
        <source>Skriv ut påskeoppslag</source>
        <translation>Print Easter sheets</translation>
    </message>
    <message>
        <source>Som i innholdet fra {date}</source>
        <translation>As in the content from {date}</translation>
    </message>
    <message>
        <source>Tatt ned</source>
        <translation>Taken down</translation>
    </message>
    <message>
        <source>og {n} til</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>oppslag</source>
        <translation>sheets</translation>
    </message>
</context>
<context>
    <name>WallWatch</name>
    <message>
        <source>Se oppslagene</source>
        <translation>See the sheets</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Du har ikke lest noe ennå.</source>
        <translation>You have not read anything yet.</translation>
    </message>
    <message>
        <source>Fram (Alt+Høyre)</source>
        <translation>Forward (Alt+Right)</translation>
    </message>
    <message>
        <source>Sist lest</source>
        <translation>Recently read</translation>
    </message>
    <message>
        <source>Sist lest (Ctrl+H)</source>
        <translation>Recently read (Ctrl+H)</translation>
    </message>
    <message>
        <source>Tilbake (Alt+Venstre)</source>
        <translation>Back (Alt+Left)</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Gjør søket klart … {n} %. Akuttkortet (F2) virker nå.</source>
        <translation>Getting search ready … {n} %. The emergency card (F2) works now.</translation>
    </message>
</context>
<context>
    <name>WipeDialog</name>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Det kan ikke angres. Innholdet og oppdateringene blir her.</source>
        <translation>This cannot be undone. The content and the updates stay here.</translation>
    </message>
    <message>
        <source>Dette blir borte, også i sikkerhetskopiene: {what}.</source>
        <translation>This will be deleted, in the backups too: {what}.</translation>
    </message>
    <message>
        <source>Lagre kopi av permen …</source>
        <translation>Save a copy of the binder …</translation>
    </message>
    <message>
        <source>Permen er tom. Sikkerhetskopiene blir borte.</source>
        <translation>The binder is empty. The backups will be deleted.</translation>
    </message>
    <message>
        <source>Skriv «{word}» for å slette</source>
        <translation>Write “{word}” to delete</translation>
    </message>
    <message>
        <source>Slett alt</source>
        <translation>Delete everything</translation>
    </message>
    <message>
        <source>Slett alt i permen</source>
        <translation>Delete everything in the binder</translation>
    </message>
    <message>
        <source>slett</source>
        <translation>delete</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n treff på bare «{q}»</source>
        <translation>
            <numerusform>%n result for only “{q}”</numerusform>
            <numerusform>%n results for only “{q}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n treff på «{q}»</source>
        <translation>
            <numerusform>%n result for “{q}”</numerusform>
            <numerusform>%n results for “{q}”</numerusform>
        </translation>
    </message>
    <message>
        <source>Bør sjekkes</source>
        <translation>Due for a check</translation>
    </message>
    <message>
        <source>Endret drift</source>
        <translation>Changed service</translation>
    </message>
    <message>
        <source>For hvem</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>For hvem: {x}</source>
        <translation>For whom: {x}</translation>
    </message>
    <message>
        <source>Gjelder ikke etter {date}</source>
        <translation>Not valid after {date}</translation>
    </message>
    <message>
        <source>Gjelder ikke nå</source>
        <translation>Not valid now</translation>
    </message>
    <message>
        <source>Godt å vite</source>
        <translation>Good to know</translation>
    </message>
    <message>
        <source>Gratis</source>
        <translation>Free of charge</translation>
    </message>
    <message>
        <source>Helligdag. Ring før du går.</source>
        <translation>Public holiday. Call before you go.</translation>
    </message>
    <message>
        <source>Historisk</source>
        <translation>Historical</translation>
    </message>
    <message>
        <source>Historisk. Gjaldt {span}. Ikke bruk som råd i dag.</source>
        <translation>Historical. Was valid {span}. Do not use as advice today.</translation>
    </message>
    <message>
        <source>Historisk. Ikke bruk som råd i dag.</source>
        <translation>Historical. Do not use as advice today.</translation>
    </message>
    <message>
        <source>Historisk. Tilbudet er lagt ned eller endret.</source>
        <translation>Historical. The service has closed or changed.</translation>
    </message>
    <message>
        <source>Hvem kan bruke det</source>
        <translation>Who can use it</translation>
    </message>
    <message numerus="yes">
        <source>Ikke sjekket på %n måneder</source>
        <translation>
            <numerusform>Not checked for %n month</numerusform>
            <numerusform>Not checked for %n months</numerusform>
        </translation>
    </message>
    <message>
        <source>Ingen oppføringer her.</source>
        <translation>No entries here.</translation>
    </message>
    <message>
        <source>Ingen treff på «{q}».</source>
        <translation>No results for “{q}”.</translation>
    </message>
    <message>
        <source>Legevakt 116 117 svarer hele døgnet. Ved fare for liv: ring 113.</source>
        <translation>The out-of-hours doctor 116 117 answers around the clock. If life is in danger: call 113.</translation>
    </message>
    <message>
        <source>Lokal opplysning fra {publisher}. Den erstatter ikke den nasjonale.</source>
        <translation>Local information from {publisher}. It does not replace the national one.</translation>
    </message>
    <message>
        <source>Mente du …?</source>
        <translation>Did you mean …?</translation>
    </message>
    <message>
        <source>Midlertidig stengt</source>
        <translation>Temporarily closed</translation>
    </message>
    <message>
        <source>Om tilbudet</source>
        <translation>About the service</translation>
    </message>
    <message>
        <source>Organisasjon</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Plakat</source>
        <translation>Poster</translation>
    </message>
    <message>
        <source>Pris</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>Se åpningstid</source>
        <translation>See opening hours</translation>
    </message>
    <message>
        <source>Sjekket {date}</source>
        <translation>Checked {date}</translation>
    </message>
    <message>
        <source>Slik kommer du inn</source>
        <translation>How to get in</translation>
    </message>
    <message>
        <source>Språk</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>Stengt nå</source>
        <translation>Closed now</translation>
    </message>
    <message>
        <source>Står ikke lenger i innholdet. Dette er det du så sist.</source>
        <translation>No longer in the content. This is what you last saw.</translation>
    </message>
    <message>
        <source>Søk bare etter «{q}»</source>
        <translation>Search only for “{q}”</translation>
    </message>
    <message>
        <source>Ta med lignende ord (Esc)</source>
        <translation>Include similar words (Esc)</translation>
    </message>
    <message>
        <source>Tilgjengelighet</source>
        <translation>Accessibility</translation>
    </message>
    <message>
        <source>Tjeneste</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Trukket tilbake</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Varsel</source>
        <translation>Alert</translation>
    </message>
    <message>
        <source>Veiledning</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>Ventetid</source>
        <translation>Waiting time</translation>
    </message>
    <message>
        <source>anonymt</source>
        <translation>anonymous</translation>
    </message>
    <message>
        <source>bare for ansatte</source>
        <translation>staff only</translation>
    </message>
    <message>
        <source>du kan ikke komme ruset</source>
        <translation>you cannot come while using</translation>
    </message>
    <message>
        <source>du kan komme selv om du er ruset</source>
        <translation>you may come while using</translation>
    </message>
    <message>
        <source>ikke bekreftet</source>
        <translation>not confirmed</translation>
    </message>
    <message>
        <source>krever henvisning</source>
        <translation>referral needed</translation>
    </message>
    <message>
        <source>lest {date}</source>
        <translation>read {date}</translation>
    </message>
    <message>
        <source>skrevet {date}</source>
        <translation>written {date}</translation>
    </message>
    <message>
        <source>uten henvisning</source>
        <translation>no referral needed</translation>
    </message>
    <message>
        <source>uten timeavtale</source>
        <translation>no appointment</translation>
    </message>
    <message>
        <source>viser treff for {x}</source>
        <translation>showing results for {x}</translation>
    </message>
    <message>
        <source>Åpent nå</source>
        <translation>Open now</translation>
    </message>
    <message>
        <source>Åpent til kl. {time}</source>
        <translation>Open until {time}</translation>
    </message>
    <message>
        <source>Åpner kl. {time}</source>
        <translation>Opens at {time}</translation>
    </message>
    <message>
        <source>Åpningstid ikke oppgitt</source>
        <translation>Opening hours not stated</translation>
    </message>
</context>
<context>
    <name>_Button</name>
    <message>
        <source>{page}, {n} nye</source>
        <translation>{page}, {n} new</translation>
    </message>
    <message>
        <source>{page}, {n} nytt</source>
        <translation>{page}, {n} new</translation>
    </message>
</context>
<context>
    <name>_LanguageButton</name>
    <message>
        <source>Språk i vinduet: {name}</source>
        <translation>Language of the window: {name}</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Forklaring til linje {n}</source>
        <translation>Explanation of line {n}</translation>
    </message>
    <message>
        <source>Forklaring, om det trengs</source>
        <translation>Explanation, if needed</translation>
    </message>
    <message>
        <source>Hva man gjør, med få ord</source>
        <translation>What to do, in a few words</translation>
    </message>
    <message>
        <source>Linje {n}</source>
        <translation>Line {n}</translation>
    </message>
    <message>
        <source>Tegning til linje {n}</source>
        <translation>Drawing for line {n}</translation>
    </message>
    <message>
        <source>Uten tegning</source>
        <translation>No drawing</translation>
    </message>
</context>
<context>
    <name>_LiveSheet</name>
    <message>
        <source>Skriv en overskrift, så ser du plakaten her.</source>
        <translation>Write a heading to see the poster here.</translation>
    </message>
</context>
<context>
    <name>said</name>
    <message>
        <source> eller </source>
        <translation> or </translation>
    </message>
    <message>
        <source> og </source>
        <translation> and </translation>
    </message>
    <message>
        <source>A2 og to ark krever et mindre papir å dele på. Velg A4 eller A3.</source>
        <translation>A2 on two sheets needs a smaller paper to split over. Choose A4 or A3.</translation>
    </message>
    <message>
        <source>A2 trenger mer enn to ark i A4. Velg A3.</source>
        <translation>A2 needs more than two sheets of A4. Choose A3.</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Akutt fare</source>
        <translation>Immediate danger</translation>
    </message>
    <message>
        <source>Akuttkortet kunne ikke leses. Ring 113 ved fare for liv.</source>
        <translation>The emergency card could not be read. Call 113 if life is in danger.</translation>
    </message>
    <message>
        <source>Alle filene er på plass.</source>
        <translation>All files are in place.</translation>
    </message>
    <message>
        <source>Alt stemmer</source>
        <translation>All is right</translation>
    </message>
    <message>
        <source>Alvor</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>Annet</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Anonymt</source>
        <translation>Anonymous</translation>
    </message>
    <message>
        <source>Arkene ble avbrutt.</source>
        <translation>The sheets were cancelled.</translation>
    </message>
    <message>
        <source>Arket ble avbrutt.</source>
        <translation>The sheet was cancelled.</translation>
    </message>
    <message>
        <source>Arket er tomt. Legg til minst ett tilbud.</source>
        <translation>The sheet is empty. Add at least one service.</translation>
    </message>
    <message>
        <source>Arket har plass til seks. Lag et ark til.</source>
        <translation>The sheet has room for six. Make another sheet.</translation>
    </message>
    <message>
        <source>Arket har plass til seks. Lag et ark til?</source>
        <translation>The sheet has room for six. Make another sheet?</translation>
    </message>
    <message>
        <source>Arket har plass til to språk, og bokmål må være det ene.</source>
        <translation>The sheet has room for two languages, and one must be Bokmål.</translation>
    </message>
    <message>
        <source>Arket har plass til to språk. Bokmål må være det ene når oversettelsen ikke er kontrollert.</source>
        <translation>The sheet has room for two languages. One must be Bokmål when the translation is not checked.</translation>
    </message>
    <message>
        <source>Arket kan ikke sammenlignes senere.</source>
        <translation>The sheet cannot be compared later.</translation>
    </message>
    <message>
        <source>Arket kan ikke sammenlignes senere. Det er ikke notert.</source>
        <translation>The sheet cannot be compared later. It has not been noted.</translation>
    </message>
    <message>
        <source>Arket kunne ikke lages. Permen er trygg.</source>
        <translation>The sheet could not be made. The binder is safe.</translation>
    </message>
    <message>
        <source>Arket tok for lang tid og ble stoppet. Prøv igjen.</source>
        <translation>The sheet took too long and was stopped. Try again.</translation>
    </message>
    <message>
        <source>Arm med bandasje</source>
        <translation>Arm with a bandage</translation>
    </message>
    <message>
        <source>Avfallsbøtte</source>
        <translation>Waste bin</translation>
    </message>
    <message>
        <source>Ball</source>
        <translation>Ball</translation>
    </message>
    <message>
        <source>Bare for fagfolk</source>
        <translation>For professionals only</translation>
    </message>
    <message>
        <source>Bare tilbud kan stå på utdelingsarket.</source>
        <translation>Only services can be on the handout sheet.</translation>
    </message>
    <message>
        <source>Bekreftet</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>Bekreftet av dere {date}, ikke av den som gir ut innholdet.</source>
        <translation>Confirmed by you {date}, not by whoever publishes the content.</translation>
    </message>
    <message>
        <source>Bekreftet av dere {date}. Noe er endret siden.</source>
        <translation>Confirmed by you {date}. Something has changed since.</translation>
    </message>
    <message>
        <source>Bekreftet ved analyse.</source>
        <translation>Confirmed by analysis.</translation>
    </message>
    <message>
        <source>Beskrivelse av logoen</source>
        <translation>Description of the logo</translation>
    </message>
    <message>
        <source>Bil</source>
        <translation>Car</translation>
    </message>
    <message>
        <source>Bilde</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Bilde ved linje {n}</source>
        <translation>Picture by line {n}</translation>
    </message>
    <message>
        <source>Bilde ved steg {n}</source>
        <translation>Picture by step {n}</translation>
    </message>
    <message>
        <source>Bloddråpe</source>
        <translation>Drop of blood</translation>
    </message>
    <message>
        <source>Blåse luft inn i munnen på en som ligger</source>
        <translation>Giving breaths to a person lying down</translation>
    </message>
    <message>
        <source>Brev</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Bygg søket på nytt. Ingenting går tapt.</source>
        <translation>Build the search anew. Nothing is lost.</translation>
    </message>
    <message>
        <source>Datoen ble ikke forstått. Skriv den slik: 1.12.2026.</source>
        <translation>The date was not understood. Write it like this: 1.12.2026.</translation>
    </message>
    <message>
        <source>Den lages ved neste start.</source>
        <translation>It is made at the next start.</translation>
    </message>
    <message>
        <source>Det er ingen faste tider å vise i dag.</source>
        <translation>There are no fixed times to show today.</translation>
    </message>
    <message>
        <source>Det finnes ikke noe eldre innhold å gå tilbake til.</source>
        <translation>There is no older content to go back to.</translation>
    </message>
    <message>
        <source>Det finnes ingen kopi av permen.</source>
        <translation>There is no copy of the binder.</translation>
    </message>
    <message>
        <source>Det finnes ingen kopi ennå.</source>
        <translation>There is no copy yet.</translation>
    </message>
    <message>
        <source>Det finnes ingen kopi. La fila ligge, og spør den som hjelper dere.</source>
        <translation>There is no copy. Leave the file, and ask whoever helps you.</translation>
    </message>
    <message>
        <source>Det noteres ikke hvor oppslag henger. Ingenting er lagret.</source>
        <translation>Where sheets hang is not being noted. Nothing has been saved.</translation>
    </message>
    <message>
        <source>Det var ingen ark å sende.</source>
        <translation>There were no sheets to send.</translation>
    </message>
    <message>
        <source>Dette arket kan ikke deles. Lagre det i ett stykke.</source>
        <translation>This sheet cannot be split. Save it in one piece.</translation>
    </message>
    <message>
        <source>Dette er en mappe. Skriv et filnavn.</source>
        <translation>This is a folder. Write a file name.</translation>
    </message>
    <message>
        <source>Dette er ikke en kilde. Be avsenderen om adressen eller kildefila.</source>
        <translation>This is not a source. Ask the publisher for the address or the source file.</translation>
    </message>
    <message>
        <source>Dette er ikke en plakat.</source>
        <translation>This is not a poster.</translation>
    </message>
    <message>
        <source>Dette er ikke et filnavn. Skriv et annet.</source>
        <translation>This is not a file name. Write another.</translation>
    </message>
    <message>
        <source>Dette er ikke et tilbud med faste tider.</source>
        <translation>This is not a service with fixed times.</translation>
    </message>
    <message>
        <source>Dette kan du gjøre</source>
        <translation>What you can do</translation>
    </message>
    <message>
        <source>Dette kan du si</source>
        <translation>What you can say</translation>
    </message>
    <message>
        <source>Dette krever samtykke</source>
        <translation>This needs consent</translation>
    </message>
    <message>
        <source>Dette kunne ikke undersøkes.</source>
        <translation>This could not be checked.</translation>
    </message>
    <message>
        <source>Dette varselet har ingen plakat.</source>
        <translation>This alert has no poster.</translation>
    </message>
    <message>
        <source>Disken er full. Ingenting er endret.</source>
        <translation>The disk is full. Nothing has changed.</translation>
    </message>
    <message>
        <source>Disken er full. Ingenting er endret. Frigjør 1 MB, og prøv igjen.</source>
        <translation>The disk is full. Nothing has changed. Free 1 MB, and try again.</translation>
    </message>
    <message>
        <source>Disken er full. Ingenting er endret. Frigjør plass, og prøv igjen.</source>
        <translation>The disk is full. Nothing has changed. Free some room, and try again.</translation>
    </message>
    <message>
        <source>Disken er full. Ingenting er endret. Frigjør {n} MB, og prøv igjen.</source>
        <translation>The disk is full. Nothing has changed. Free {n} MB, and try again.</translation>
    </message>
    <message>
        <source>Disken er full. Ingenting er endret. Frigjør {room} MB, og prøv igjen.</source>
        <translation>The disk is full. Nothing has changed. Free {room} MB, and try again.</translation>
    </message>
    <message>
        <source>Disken er full. Innholdet fra {date} er i bruk så lenge.</source>
        <translation>The disk is full. The content from {date} is in use for now.</translation>
    </message>
    <message>
        <source>Du har gått tilbake til innholdet fra {date}. Nyere tas ikke i bruk av seg selv.</source>
        <translation>You have gone back to the content from {date}. Newer content is not used by itself.</translation>
    </message>
    <message>
        <source>Du har nyere innhold enn pinnen.</source>
        <translation>You have newer content than the stick.</translation>
    </message>
    <message>
        <source>Du har {names}.</source>
        <translation>You have {names}.</translation>
    </message>
    <message>
        <source>Dusj</source>
        <translation>Shower</translation>
    </message>
    <message>
        <source>E-post</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Egen oppføring</source>
        <translation>Own entry</translation>
    </message>
    <message>
        <source>Eget notat</source>
        <translation>Own note</translation>
    </message>
    <message>
        <source>Egne oppføringer</source>
        <translation>Own entries</translation>
    </message>
    <message>
        <source>Egne oppføringer kan ikke vises. De ligger fortsatt i permen.</source>
        <translation>Own entries cannot be shown. They are still in the binder.</translation>
    </message>
    <message>
        <source>En av tegningene finnes ikke her. Velg en annen.</source>
        <translation>One of the drawings is not here. Choose another.</translation>
    </message>
    <message>
        <source>En fil med innhold er skadet, og brukes ikke.</source>
        <translation>A file of content is damaged, and is not used.</translation>
    </message>
    <message>
        <source>En kilde kan ikke leses ({key}). Legg den til på nytt.</source>
        <translation>A source cannot be read ({key}). Add it again.</translation>
    </message>
    <message>
        <source>En kilde kan ikke leses.</source>
        <translation>A source cannot be read.</translation>
    </message>
    <message>
        <source>En ordliste kunne ikke leses. Søk og akuttkort virker fortsatt.</source>
        <translation>A word list could not be read. Search and the emergency card still work.</translation>
    </message>
    <message>
        <source>En person som blir hos en som ligger</source>
        <translation>Person staying with one who is lying down</translation>
    </message>
    <message>
        <source>En skjermleser er koblet til.</source>
        <translation>A screen reader is connected.</translation>
    </message>
    <message>
        <source>Endret drift</source>
        <translation>Changed service</translation>
    </message>
    <message>
        <source>Et lokalt innhold {why} og brukes ikke. Resten virker som før.</source>
        <translation>Some local content {why} and is not used. The rest works as before.</translation>
    </message>
    <message>
        <source>Fagkontroll</source>
        <translation>Clinical check</translation>
    </message>
    <message>
        <source>Fant ikke dagene for {name} i innholdet.</source>
        <translation>Could not find the days of {name} in the content.</translation>
    </message>
    <message>
        <source>Fant ikke fila «{path}».</source>
        <translation>Could not find the file “{path}”.</translation>
    </message>
    <message>
        <source>Fant ikke helligdagene det er spurt etter.</source>
        <translation>Could not find the public holidays asked for.</translation>
    </message>
    <message>
        <source>Fant ikke innholdet «{pack}».</source>
        <translation>Could not find the content “{pack}”.</translation>
    </message>
    <message>
        <source>Fant ikke kilden «{wanted}». {text}</source>
        <translation>Could not find the source “{wanted}”. {text}</translation>
    </message>
    <message>
        <source>Fant ikke kommunen «{municipality}». {meant}</source>
        <translation>Could not find the municipality “{municipality}”. {meant}</translation>
    </message>
    <message>
        <source>Fant ikke mappen «{stick}».</source>
        <translation>Could not find the folder “{stick}”.</translation>
    </message>
    <message>
        <source>Fant ikke oppføringen stedet skal følge. Velg en annen.</source>
        <translation>Could not find the entry that the site follows. Choose another.</translation>
    </message>
    <message>
        <source>Fant ikke samlingen «{name}».</source>
        <translation>Could not find the collection “{name}”.</translation>
    </message>
    <message>
        <source>Fant ikke samlingen «{name}». Du har {names}.</source>
        <translation>Could not find the collection “{name}”. You have {names}.</translation>
    </message>
    <message>
        <source>Fant ikke stedet «{name}».</source>
        <translation>Could not find the site “{name}”.</translation>
    </message>
    <message>
        <source>Fant ikke stedet «{name}». Du har {names}.</source>
        <translation>Could not find the site “{name}”. You have {names}.</translation>
    </message>
    <message>
        <source>Fant ikke stegene plakaten viser. Andre plakater virker.</source>
        <translation>Could not find the steps that the poster shows. Other posters work.</translation>
    </message>
    <message>
        <source>Fant ikke «{id}» blant egne oppføringer.</source>
        <translation>Could not find “{id}” among your own entries.</translation>
    </message>
    <message>
        <source>Fant ikke «{name}».</source>
        <translation>Could not find “{name}”.</translation>
    </message>
    <message>
        <source>Fant ikke «{ref}».</source>
        <translation>Could not find “{ref}”.</translation>
    </message>
    <message>
        <source>Fant ikke «{text}».</source>
        <translation>Could not find “{text}”.</translation>
    </message>
    <message>
        <source>Fant ikke «{wanted}».</source>
        <translation>Could not find “{wanted}”.</translation>
    </message>
    <message>
        <source>Fant ikke «{what}».</source>
        <translation>Could not find “{what}”.</translation>
    </message>
    <message>
        <source>Fant ikke «{what}». Mente du {near}?</source>
        <translation>Could not find “{what}”. Did you mean {near}?</translation>
    </message>
    <message>
        <source>Fant ingen skriver.</source>
        <translation>Found no printer.</translation>
    </message>
    <message>
        <source>Faretegn</source>
        <translation>Danger signs</translation>
    </message>
    <message>
        <source>Farge</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>Faste ord</source>
        <translation>Fixed words</translation>
    </message>
    <message>
        <source>Feil</source>
        <translation>Fault</translation>
    </message>
    <message>
        <source>Feltperm henter allerede nytt innhold. Vent til det er ferdig.</source>
        <translation>Feltperm is already fetching new content. Wait until it is done.</translation>
    </message>
    <message>
        <source>Ferdig. Du kan ta ut pinnen.</source>
        <translation>Done. You can take the stick out.</translation>
    </message>
    <message>
        <source>Fila beskriver ikke et sted. Den må ha minst «name».</source>
        <translation>The file does not describe a site. It needs at least “name”.</translation>
    </message>
    <message>
        <source>Filen er for stor. Ingenting er endret.</source>
        <translation>The file is too large. Nothing was changed.</translation>
    </message>
    <message>
        <source>Filen er ikke delt fra Feltperm, eller den er ødelagt. Ingenting er endret.</source>
        <translation>The file was not shared from Feltperm, or it is damaged. Nothing was changed.</translation>
    </message>
    <message>
        <source>Filen er laget av et nyere Feltperm. Oppdater Feltperm, og prøv igjen.</source>
        <translation>The file was made by a newer Feltperm. Update Feltperm, and try again.</translation>
    </message>
    <message>
        <source>Filen kan ikke leses. Velg en annen.</source>
        <translation>The file cannot be read. Choose another.</translation>
    </message>
    <message>
        <source>Filer mangler i programmet.</source>
        <translation>Files are missing from the program.</translation>
    </message>
    <message>
        <source>Flaske med faretegn</source>
        <translation>Bottle with a danger sign</translation>
    </message>
    <message>
        <source>For ansatte</source>
        <translation>For staff</translation>
    </message>
    <message>
        <source>For hvem</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Forbehold</source>
        <translation>Reservation</translation>
    </message>
    <message>
        <source>Forbindelsen er ikke sikker. Innholdet ditt er uendret.</source>
        <translation>The connection is not secure. Your content is unchanged.</translation>
    </message>
    <message>
        <source>Forbindelsen til {avsender} er ikke sikker. Innholdet ditt er uendret.</source>
        <translation>The connection to {avsender} is not secure. Your content is unchanged.</translation>
    </message>
    <message>
        <source>Frigjør {n} MB, så er det plass til en oppdatering.</source>
        <translation>Free {n} MB, and there is room for an update.</translation>
    </message>
    <message>
        <source>Før: {old}</source>
        <translation>Before: {old}</translation>
    </message>
    <message>
        <source>Genser</source>
        <translation>Sweater</translation>
    </message>
    <message>
        <source>Gjaldt {date}.</source>
        <translation>Was valid on {date}.</translation>
    </message>
    <message>
        <source>Gjeldende</source>
        <translation>Current</translation>
    </message>
    <message>
        <source>Gjelder</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>Gjelder ikke etter {date}.</source>
        <translation>Not valid after {date}.</translation>
    </message>
    <message>
        <source>Gratis</source>
        <translation>Free of charge</translation>
    </message>
    <message>
        <source>Graviditetstest</source>
        <translation>Pregnancy test</translation>
    </message>
    <message>
        <source>Gruppe</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Gå tilbake til innholdet før, eller hent det på nytt.</source>
        <translation>Go back to the previous content, or fetch it again.</translation>
    </message>
    <message>
        <source>Går gjennom {proxy}.</source>
        <translation>Goes through {proxy}.</translation>
    </message>
    <message>
        <source>Går rett ut, uten mellomledd.</source>
        <translation>Goes straight out, with nothing in between.</translation>
    </message>
    <message>
        <source>Hammer</source>
        <translation>Hammer</translation>
    </message>
    <message>
        <source>Hele landet</source>
        <translation>The whole country</translation>
    </message>
    <message>
        <source>Helse {health_region}</source>
        <translation>Helse {health_region}</translation>
    </message>
    <message>
        <source>Helse {region}</source>
        <translation>Helse {region}</translation>
    </message>
    <message>
        <source>Hent tilbake kopien fra {date}.</source>
        <translation>Restore the copy from {date}.</translation>
    </message>
    <message>
        <source>Hentingen er stoppet. Det som er hentet, er tatt vare på.</source>
        <translation>Fetching has stopped. What was fetched has been kept.</translation>
    </message>
    <message>
        <source>Henvisning kreves</source>
        <translation>Referral needed</translation>
    </message>
    <message>
        <source>Her er det ingenting å bekrefte: stedet er ute av drift, eller siden er tom.</source>
        <translation>There is nothing to confirm here: the place is not running, or the page is empty.</translation>
    </message>
    <message>
        <source>Historisk</source>
        <translation>Historical</translation>
    </message>
    <message>
        <source>Historisk.</source>
        <translation>Historical.</translation>
    </message>
    <message>
        <source>Historisk. Ikke bruk som råd i dag.</source>
        <translation>Historical. Do not use as advice today.</translation>
    </message>
    <message>
        <source>Historisk. Ikke bruk tidene i dag.</source>
        <translation>Historical. Do not use the times today.</translation>
    </message>
    <message>
        <source>Hjerte med puls</source>
        <translation>Heart with a pulse</translation>
    </message>
    <message>
        <source>Hjerte- og lungeredning</source>
        <translation>CPR</translation>
    </message>
    <message>
        <source>Hund</source>
        <translation>Dog</translation>
    </message>
    <message>
        <source>Hus med hjerte</source>
        <translation>House with a heart</translation>
    </message>
    <message>
        <source>Hva du får</source>
        <translation>What you get</translation>
    </message>
    <message>
        <source>Hvem det er for</source>
        <translation>Whom it is for</translation>
    </message>
    <message>
        <source>Hvem kan bruke det</source>
        <translation>Who can use it</translation>
    </message>
    <message>
        <source>Hvem kan hjelpe</source>
        <translation>Who can help</translation>
    </message>
    <message>
        <source>Hvem sier det</source>
        <translation>Who says so</translation>
    </message>
    <message>
        <source>Hvem som driver</source>
        <translation>Who runs it</translation>
    </message>
    <message>
        <source>Hver linje må ha noen ord. Skriv minst én linje.</source>
        <translation>Each line needs some words. Write at least one line.</translation>
    </message>
    <message>
        <source>Hvor og når</source>
        <translation>Where and when</translation>
    </message>
    <message>
        <source>Hånd og vann</source>
        <translation>Hand and water</translation>
    </message>
    <message>
        <source>I kveld</source>
        <translation>Tonight</translation>
    </message>
    <message>
        <source>I orden</source>
        <translation>In order</translation>
    </message>
    <message>
        <source>Ikke bekreftet</source>
        <translation>Not confirmed</translation>
    </message>
    <message>
        <source>Ikke bekreftet etter {date}</source>
        <translation>Not confirmed since {date}</translation>
    </message>
    <message>
        <source>Ikke fagkontrollert.</source>
        <translation>Not clinically checked.</translation>
    </message>
    <message>
        <source>Ikke lenger i innholdet.</source>
        <translation>No longer in the content.</translation>
    </message>
    <message>
        <source>Ikke oppgitt hvor sikkert det er.</source>
        <translation>How certain it is is not stated.</translation>
    </message>
    <message>
        <source>Ingen har svart ennå.</source>
        <translation>None has answered yet.</translation>
    </message>
    <message>
        <source>Ingen kilde er lagt til.</source>
        <translation>No source has been added.</translation>
    </message>
    <message>
        <source>Ingen kilde har svart på lenge.</source>
        <translation>No source has answered for a long time.</translation>
    </message>
    <message>
        <source>Ingen skjermleser er koblet til.</source>
        <translation>No screen reader is connected.</translation>
    </message>
    <message>
        <source>Innhold</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Innholdet</source>
        <translation>The content</translation>
    </message>
    <message>
        <source>Innholdet ditt er for gammelt til å gis videre. Oppdater først.</source>
        <translation>Your content is too old to be passed on. Update first.</translation>
    </message>
    <message>
        <source>Innholdet er allerede bekreftet {date}.</source>
        <translation>The content is confirmed already, on {date}.</translation>
    </message>
    <message>
        <source>Innholdet er eldre enn det du har sett før. Det er ikke tatt i bruk.</source>
        <translation>The content is older than what you have seen. It is not being used.</translation>
    </message>
    <message>
        <source>Innholdet er for gammelt til å kontrolleres. Innholdet ditt er uendret.</source>
        <translation>The content is too old to be checked. Your content is unchanged.</translation>
    </message>
    <message>
        <source>Innholdet er helt.</source>
        <translation>The content is complete.</translation>
    </message>
    <message>
        <source>Innholdet er ikke nyere enn det du har. Det er ikke tatt i bruk.</source>
        <translation>The content is no newer than yours. It is not being used.</translation>
    </message>
    <message>
        <source>Innholdet er skadet og er ikke tatt i bruk.</source>
        <translation>The content is damaged and is not being used.</translation>
    </message>
    <message>
        <source>Innholdet er skadet og er ikke tatt i bruk. Permen din er uendret.</source>
        <translation>The content is damaged and is not being used. Your binder is unchanged.</translation>
    </message>
    <message>
        <source>Innholdet er skadet og kan ikke vises. Akuttkortet (F2) virker, og permen er trygg.</source>
        <translation>The content is damaged and cannot be shown. The emergency card (F2) works, and the binder is safe.</translation>
    </message>
    <message>
        <source>Innholdet er skadet.</source>
        <translation>The content is damaged.</translation>
    </message>
    <message>
        <source>Innholdet før er i bruk. Den skadde fila er lagt til side.</source>
        <translation>The previous content is in use. The damaged file has been set aside.</translation>
    </message>
    <message>
        <source>Innholdet har ingen tiltak for kriser.</source>
        <translation>The content has no measures for crises.</translation>
    </message>
    <message>
        <source>Innholdet hos {avsender} gjaldt til {dato}. Innholdet ditt er uendret.</source>
        <translation>The content at {avsender} was valid until {dato}. Your content is unchanged.</translation>
    </message>
    <message>
        <source>Innholdet hører til en annen kilde. Det er ikke tatt i bruk.</source>
        <translation>The content belongs to another source. It is not being used.</translation>
    </message>
    <message>
        <source>Innholdet kan ikke leses.</source>
        <translation>The content cannot be read.</translation>
    </message>
    <message>
        <source>Innholdet kom ikke fra rett avsender. Det er ikke tatt i bruk.</source>
        <translation>The content did not come from the right publisher. It is not being used.</translation>
    </message>
    <message>
        <source>Innholdet kom ikke fra {avsender}. Det er ikke tatt i bruk.</source>
        <translation>The content did not come from {avsender}. It is not being used.</translation>
    </message>
    <message>
        <source>Innholdet kom skadet fram. Det er ikke tatt i bruk.</source>
        <translation>The content arrived damaged. It is not being used.</translation>
    </message>
    <message>
        <source>Innholdet krever en nyere versjon av Feltperm. Permen din er uendret.</source>
        <translation>The content needs a newer version of Feltperm. Your binder is unchanged.</translation>
    </message>
    <message>
        <source>Innholdet ligger ikke hos avsenderen nå. Prøv igjen senere.</source>
        <translation>The content is not with the publisher now. Try again later.</translation>
    </message>
    <message>
        <source>Innholdet ligger ikke hos {avsender} nå. Prøv igjen senere.</source>
        <translation>The content is not with {avsender} now. Try again later.</translation>
    </message>
    <message>
        <source>Innholdet på pinnen kan ikke leses. Innholdet ditt er uendret.</source>
        <translation>The content of the stick cannot be read. Your content is unchanged.</translation>
    </message>
    <message>
        <source>Innholdet som fulgte med programmet er i bruk.</source>
        <translation>The content that came with the program is in use.</translation>
    </message>
    <message>
        <source>Innholdet var skadet. Vi bruker det fra {date}.</source>
        <translation>The content was damaged. We use that from {date}.</translation>
    </message>
    <message>
        <source>Installer programmet på nytt.</source>
        <translation>Install the program again.</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>Christmas</translation>
    </message>
    <message>
        <source>Kan ikke lagre her. Du kan søke og skrive ut, men ikke lagre favoritter.</source>
        <translation>Cannot save here. You can search and print, but not save favourites.</translation>
    </message>
    <message>
        <source>Kan ikke lagre her. Innholdet ditt er uendret.</source>
        <translation>Cannot save here. Your content is unchanged.</translation>
    </message>
    <message>
        <source>Kan ikke lagre her. Velg en annen mappe eller et annet navn.</source>
        <translation>Cannot save here. Choose another folder or another name.</translation>
    </message>
    <message>
        <source>Kan ikke lagre nytt innhold her. Det du har, er fortsatt i bruk.</source>
        <translation>Cannot save new content here. What you have is still in use.</translation>
    </message>
    <message>
        <source>Kan ikke skrive på pinnen. Bruk en annen pinne.</source>
        <translation>Cannot write to the stick. Use another stick.</translation>
    </message>
    <message>
        <source>Kan komme ruset</source>
        <translation>May come while using</translation>
    </message>
    <message>
        <source>Kilde</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Kilder</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Klokka</source>
        <translation>The clock</translation>
    </message>
    <message>
        <source>Klokke</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>Kommunelisten kunne ikke leses. Søk og akuttkort virker fortsatt.</source>
        <translation>The list of municipalities could not be read. Search and the emergency card still work.</translation>
    </message>
    <message>
        <source>Kondom i pakning</source>
        <translation>Condom in its wrapper</translation>
    </message>
    <message>
        <source>Kopien er hentet. Det som lå her, er tatt vare på.</source>
        <translation>The copy has been restored. What was here has been kept.</translation>
    </message>
    <message>
        <source>Kopien er skadet. Permen er ikke endret. Velg en annen kopi.</source>
        <translation>The copy is damaged. The binder has not changed. Choose another copy.</translation>
    </message>
    <message>
        <source>Kopier rapporten, og send den til den som hjelper dere.</source>
        <translation>Copy the report, and send it to whoever helps you.</translation>
    </message>
    <message>
        <source>Kopp</source>
        <translation>Cup</translation>
    </message>
    <message>
        <source>Kort skrives ut på A4. Velg A4.</source>
        <translation>Cards are printed on A4. Choose A4.</translation>
    </message>
    <message>
        <source>Kvelden er over. Velg en annen dag.</source>
        <translation>The evening is over. Choose another day.</translation>
    </message>
    <message>
        <source>Kvinnetegn</source>
        <translation>Female sign</translation>
    </message>
    <message>
        <source>Lage plakater</source>
        <translation>Making posters</translation>
    </message>
    <message>
        <source>Lagre plakaten som PDF, og skriv ut fra en annen maskin.</source>
        <translation>Save the poster as a PDF, and print it from another computer.</translation>
    </message>
    <message>
        <source>Legg dem til på nytt under «Oppdatering».</source>
        <translation>Add them again under “Updates”.</translation>
    </message>
    <message>
        <source>Legg til en kilde, eller oppdater fra minnepinne.</source>
        <translation>Add a source, or update from a USB stick.</translation>
    </message>
    <message>
        <source>Lest {date}.</source>
        <translation>Read {date}.</translation>
    </message>
    <message>
        <source>Linje for ansatte</source>
        <translation>Line for staff</translation>
    </message>
    <message>
        <source>Linje om tolk</source>
        <translation>Line about interpreter</translation>
    </message>
    <message>
        <source>Linje {n}</source>
        <translation>Line {n}</translation>
    </message>
    <message>
        <source>Lista har ingen tilbud. Velg andre filtre.</source>
        <translation>The list has no services. Choose other filters.</translation>
    </message>
    <message>
        <source>Lista har {n} tilbud, og arket tar {n2}. Velg en kommune.</source>
        <translation>The list has {n} services, and the sheet takes {n2}. Choose a municipality.</translation>
    </message>
    <message>
        <source>Liste</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Listen over endringer er skadet.</source>
        <translation>The list of changes is damaged.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Logoen er for stor eller skadet. Bruk PNG eller SVG under 2 MB.</source>
        <translation>The logo is too large or damaged. Use PNG or SVG under 2 MB.</translation>
    </message>
    <message>
        <source>Logoen mangler en beskrivelse. Skriv hva den viser, og lagre igjen.</source>
        <translation>The logo has no description. Write what it shows, and save again.</translation>
    </message>
    <message>
        <source>Lommearket har ikke plass til så mange. Ta bort noen.</source>
        <translation>The pocket sheet has no room for so many. Remove some.</translation>
    </message>
    <message>
        <source>Lunger</source>
        <translation>Lungs</translation>
    </message>
    <message>
        <source>Lupe over en tablett</source>
        <translation>Magnifying glass over a tablet</translation>
    </message>
    <message>
        <source>Låst skap</source>
        <translation>Locked cupboard</translation>
    </message>
    <message>
        <source>Løftet hånd: stopp</source>
        <translation>Raised hand: stop</translation>
    </message>
    <message>
        <source>Mappen finnes ikke. Velg en annen mappe.</source>
        <translation>The folder does not exist. Choose another folder.</translation>
    </message>
    <message>
        <source>Mappen har flere kilder. Velg en av dem: {names}.</source>
        <translation>The folder has several sources. Choose one of them: {names}.</translation>
    </message>
    <message>
        <source>Mappen har ikke innhold fra en kilde.</source>
        <translation>The folder has no content from a source.</translation>
    </message>
    <message>
        <source>Maskinen har ingen sertifikater.</source>
        <translation>The computer has no certificates.</translation>
    </message>
    <message>
        <source>Maskinen sier {date}.</source>
        <translation>The computer says {date}.</translation>
    </message>
    <message>
        <source>Maskinens klokke går feil. Still klokka, og prøv igjen.</source>
        <translation>The computer's clock is wrong. Set the clock, and try again.</translation>
    </message>
    <message>
        <source>Maskinens klokke viser {dato}. Still klokka, og prøv igjen.</source>
        <translation>The computer's clock shows {dato}. Set the clock, and try again.</translation>
    </message>
    <message>
        <source>Medisin</source>
        <translation>Medicine</translation>
    </message>
    <message>
        <source>Mente du {near}?</source>
        <translation>Did you mean {near}?</translation>
    </message>
    <message>
        <source>Merknad</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Midlertidig stengt</source>
        <translation>Temporarily closed</translation>
    </message>
    <message>
        <source>Minnepinnen har nyere innhold ({there}).</source>
        <translation>The USB stick has newer content ({there}).</translation>
    </message>
    <message>
        <source>Minnepinnen har nyere innhold ({there}). Du har {here}.</source>
        <translation>The USB stick has newer content ({there}). You have {here}.</translation>
    </message>
    <message>
        <source>Minnepinnen har nyere innhold. Du har valgt å bruke det fra {dato}.</source>
        <translation>The USB stick has newer content. You have chosen to use that from {dato}.</translation>
    </message>
    <message>
        <source>Mistanke. Ikke bekreftet.</source>
        <translation>Suspected. Not confirmed.</translation>
    </message>
    <message>
        <source>Mynter</source>
        <translation>Coins</translation>
    </message>
    <message>
        <source>Må bekreftes</source>
        <translation>Must be confirmed</translation>
    </message>
    <message>
        <source>Nasjonalt innhold</source>
        <translation>National content</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Navnet er for langt. Det er plass til {n} tegn.</source>
        <translation>The name is too long. There is room for {n} characters.</translation>
    </message>
    <message>
        <source>Nesespray</source>
        <translation>Nasal spray</translation>
    </message>
    <message>
        <source>Nettet</source>
        <translation>The network</translation>
    </message>
    <message>
        <source>Nettet er for tregt nå. Det som er hentet, er tatt vare på.</source>
        <translation>The network is too slow now. What was fetched has been kept.</translation>
    </message>
    <message>
        <source>Nettet går gjennom en proxy som ikke slapp oss fram. Spør IT-avdelingen.</source>
        <translation>The network goes through a proxy that did not let us through. Ask the IT department.</translation>
    </message>
    <message>
        <source>Nettet krever innlogging. Åpne nettleseren, og prøv igjen.</source>
        <translation>The network needs a sign-in. Open the browser, and try again.</translation>
    </message>
    <message>
        <source>Nettside</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Notatet er for langt. Det er plass til {n} tegn.</source>
        <translation>The note is too long. There is room for {n} characters.</translation>
    </message>
    <message>
        <source>Nyeste kopi er fra {date}.</source>
        <translation>The newest copy is from {date}.</translation>
    </message>
    <message>
        <source>Nytt innhold kan ikke lagres. Innholdet fra {date} er i bruk så lenge.</source>
        <translation>New content cannot be saved. The content from {date} is in use for now.</translation>
    </message>
    <message>
        <source>Når det haster</source>
        <translation>When it is urgent</translation>
    </message>
    <message>
        <source>Nøkkel</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Område</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Oppdateringen ble avbrutt. Ingenting er tapt.</source>
        <translation>The update was interrupted. Nothing has been lost.</translation>
    </message>
    <message>
        <source>Oppdateringen ble avbrutt. Innholdet fra {date} er i bruk, og ingenting er tapt.</source>
        <translation>The update was interrupted. The content from {date} is in use, and nothing has been lost.</translation>
    </message>
    <message>
        <source>Oppføringen mangler navn. Skriv et navn, og lagre igjen.</source>
        <translation>The entry has no name. Write a name, and save again.</translation>
    </message>
    <message>
        <source>Opplysningene er ikke bekreftet.</source>
        <translation>The information is not confirmed.</translation>
    </message>
    <message>
        <source>Opplysninger</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Oppsett</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>Ordlisten for søk kunne ikke leses. Søk virker, men finner færre ord.</source>
        <translation>The word list for search could not be read. Search works, but finds fewer words.</translation>
    </message>
    <message>
        <source>Oversettelsen er ikke kontrollert.</source>
        <translation>The translation is not checked.</translation>
    </message>
    <message>
        <source>Overskrift</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>Overskrift i ramma</source>
        <translation>Heading in the box</translation>
    </message>
    <message>
        <source>PDF-en er for stor. Bruk en PDF under 20 MB.</source>
        <translation>The PDF is too large. Use a PDF under 20 MB.</translation>
    </message>
    <message>
        <source>PDF-en er ikke her lenger. Hent den inn på nytt.</source>
        <translation>The PDF is no longer here. Import it again.</translation>
    </message>
    <message>
        <source>PDF-en er låst med passord. Lagre den uten passord, og prøv igjen.</source>
        <translation>The PDF is locked with a password. Save it without a password, and try again.</translation>
    </message>
    <message>
        <source>PDF-en har for mange sider. Bruk en med høyst 12 sider.</source>
        <translation>The PDF has too many pages. Use one with at most 12 pages.</translation>
    </message>
    <message>
        <source>PDF-en kan ikke leses. Lagre den på nytt, og prøv igjen.</source>
        <translation>The PDF cannot be read. Save it again, and try once more.</translation>
    </message>
    <message>
        <source>Permen</source>
        <translation>The binder</translation>
    </message>
    <message>
        <source>Permen ble ikke funnet. Du har en ny og tom perm.</source>
        <translation>The binder was not found. You have a new and empty one.</translation>
    </message>
    <message>
        <source>Permen er hel.</source>
        <translation>The binder is intact.</translation>
    </message>
    <message>
        <source>Permen er i bruk av et annet vindu. Ingenting er endret. Prøv igjen.</source>
        <translation>The binder is in use by another window. Nothing has changed. Try again.</translation>
    </message>
    <message>
        <source>Permen er laget av en nyere utgave av Feltperm. Den er ikke endret.</source>
        <translation>The binder was made by a newer version of Feltperm. It has not been changed.</translation>
    </message>
    <message>
        <source>Permen er skadet. Ingenting er slettet. Start Feltperm på nytt.</source>
        <translation>The binder is damaged. Nothing has been deleted. Restart Feltperm.</translation>
    </message>
    <message>
        <source>Permen er tom. Den lages når noe lagres.</source>
        <translation>The binder is empty. It is made when something is saved.</translation>
    </message>
    <message>
        <source>Permen kan ikke nås akkurat nå. Ingenting er slettet.</source>
        <translation>The binder cannot be reached right now. Nothing has been deleted.</translation>
    </message>
    <message>
        <source>Permen kunne ikke leses. Den er ikke rørt.</source>
        <translation>The binder could not be read. It has not been touched.</translation>
    </message>
    <message>
        <source>Permen kunne ikke leses. Den er lagt til side, ikke slettet.</source>
        <translation>The binder could not be read. It has been set aside, not deleted.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Person med kors</source>
        <translation>Person with a cross</translation>
    </message>
    <message>
        <source>Person med ryggsekk som går</source>
        <translation>Person with a backpack walking</translation>
    </message>
    <message>
        <source>Person som roper</source>
        <translation>Person shouting</translation>
    </message>
    <message>
        <source>Pinnen ble tatt ut for tidlig. Sett den inn, så fortsetter vi.</source>
        <translation>The stick was taken out too early. Put it in, and we will go on.</translation>
    </message>
    <message>
        <source>Pinnen er eldre. Du har nyere innhold.</source>
        <translation>The stick is older. You have newer content.</translation>
    </message>
    <message>
        <source>Pinnen er for gammel til å kontrolleres ({dato}). Innholdet ditt er uendret.</source>
        <translation>The stick is too old to be checked ({dato}). Your content is unchanged.</translation>
    </message>
    <message>
        <source>Pinnen er fra {avsender}, som du ikke har lagt til.</source>
        <translation>The stick is from {avsender}, which you have not added.</translation>
    </message>
    <message>
        <source>Pinnen er full. Den trenger {MB} til.</source>
        <translation>The stick is full. It needs {MB} more.</translation>
    </message>
    <message>
        <source>Pinnen er full. Frigjør plass, og prøv igjen.</source>
        <translation>The stick is full. Free some room, and try again.</translation>
    </message>
    <message>
        <source>Pinnen er ikke ferdig. Den mangler {n} filer. Fortsett på maskinen som lagde den.</source>
        <translation>The stick is not finished. It lacks {n} files. Continue on the computer that made it.</translation>
    </message>
    <message>
        <source>Pinnen er ikke ferdig. Fortsett på maskinen som lagde den.</source>
        <translation>The stick is not finished. Continue on the computer that made it.</translation>
    </message>
    <message>
        <source>Pinnen har ikke innhold fra Feltperm.</source>
        <translation>The stick has no content from Feltperm.</translation>
    </message>
    <message>
        <source>Pinnen har ikke innhold fra Feltperm. Ingen kilde er lagt til her.</source>
        <translation>The stick has no content from Feltperm. No source has been added here.</translation>
    </message>
    <message>
        <source>Pinnen har ikke steder eller favoritter fra en kollega.</source>
        <translation>The stick has no sites or favourites from a colleague.</translation>
    </message>
    <message>
        <source>Pinnen har samme innhold.</source>
        <translation>The stick has the same content.</translation>
    </message>
    <message>
        <source>Pipe med røyk</source>
        <translation>Pipe with smoke</translation>
    </message>
    <message>
        <source>Plakaten er ikke større enn arket. Velg et større papir.</source>
        <translation>The poster is no larger than the sheet. Choose a larger paper.</translation>
    </message>
    <message>
        <source>Plakaten finnes ikke i den formen.</source>
        <translation>The poster does not exist in that form.</translation>
    </message>
    <message>
        <source>Plakaten finnes ikke på {language} ennå.</source>
        <translation>The poster does not exist in {language} yet.</translation>
    </message>
    <message>
        <source>Plakaten har en form som ikke kan lages her.</source>
        <translation>The poster has a form that cannot be made here.</translation>
    </message>
    <message>
        <source>Plakaten har ingen steg å vise.</source>
        <translation>The poster has no steps to show.</translation>
    </message>
    <message>
        <source>Plakaten har plass til {n} linjer.</source>
        <translation>The poster has room for {n} lines.</translation>
    </message>
    <message>
        <source>Plakaten mangler overskrift. Skriv en, og lagre igjen.</source>
        <translation>The poster has no heading. Write one, and save again.</translation>
    </message>
    <message>
        <source>Plakatene kan ikke lages: ordene på dem er skadet. Søk og akuttkort virker.</source>
        <translation>Posters cannot be made: their words are damaged. Search and the emergency card work.</translation>
    </message>
    <message>
        <source>Plass på disken</source>
        <translation>Room on the disk</translation>
    </message>
    <message>
        <source>Pris</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>Programmet</source>
        <translation>The program</translation>
    </message>
    <message>
        <source>Programmets eget innhold mangler.</source>
        <translation>The program's own content is missing.</translation>
    </message>
    <message>
        <source>Prøveglass</source>
        <translation>Test tube</translation>
    </message>
    <message>
        <source>Påske</source>
        <translation>Easter</translation>
    </message>
    <message>
        <source>Ren sprøyte</source>
        <translation>Clean syringe</translation>
    </message>
    <message>
        <source>Rettet av dere {date}, ikke bekreftet</source>
        <translation>Corrected by you {date}, not confirmed</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Rom med stol</source>
        <translation>Room with a chair</translation>
    </message>
    <message>
        <source>Rullestol</source>
        <translation>Wheelchair</translation>
    </message>
    <message>
        <source>Råd</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>Samlingen er ikke her lenger.</source>
        <translation>The collection is no longer here.</translation>
    </message>
    <message>
        <source>Samlingen finnes ikke i permen.</source>
        <translation>The collection is not in the binder.</translation>
    </message>
    <message>
        <source>Samlingen mangler navn. Skriv et navn, og lagre igjen.</source>
        <translation>The collection has no name. Write a name, and save again.</translation>
    </message>
    <message>
        <source>Se etter</source>
        <translation>Look closely</translation>
    </message>
    <message>
        <source>Se etter nytt innhold under «Oppdatering».</source>
        <translation>Check for new content under “Updates”.</translation>
    </message>
    <message>
        <source>Se på dette</source>
        <translation>Look at this</translation>
    </message>
    <message>
        <source>Seng</source>
        <translation>Bed</translation>
    </message>
    <message>
        <source>Sikkerhetskopier</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Siste linje</source>
        <translation>Last line</translation>
    </message>
    <message>
        <source>Skjema med penn</source>
        <translation>Form with a pen</translation>
    </message>
    <message>
        <source>Skjerm</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>Skjermen</source>
        <translation>The screen</translation>
    </message>
    <message>
        <source>Skjermleser</source>
        <translation>Screen reader</translation>
    </message>
    <message>
        <source>Skjold med kors</source>
        <translation>Shield with a cross</translation>
    </message>
    <message>
        <source>Skrevet {date}.</source>
        <translation>Written {date}.</translation>
    </message>
    <message>
        <source>Skriftene er på plass.</source>
        <translation>The fonts are in place.</translation>
    </message>
    <message>
        <source>Skrifter</source>
        <translation>Fonts</translation>
    </message>
    <message>
        <source>Skrifter mangler.</source>
        <translation>Fonts are missing.</translation>
    </message>
    <message>
        <source>Skriv det som er riktig.</source>
        <translation>Write what is right.</translation>
    </message>
    <message>
        <source>Skriv hvor oppslaget henger, og lagre igjen.</source>
        <translation>Write where the sheet hangs, and save again.</translation>
    </message>
    <message>
        <source>Skrivere</source>
        <translation>Printers</translation>
    </message>
    <message>
        <source>Skriveren ble borte. Ingenting er sendt. Velg en annen.</source>
        <translation>The printer is gone. Nothing has been sent. Choose another.</translation>
    </message>
    <message>
        <source>Skriveren er stoppet. Arket kommer når den er i gang igjen.</source>
        <translation>The printer has been stopped. The sheet comes when it is running again.</translation>
    </message>
    <message>
        <source>Skriveren har {has}, plakaten er {size}</source>
        <translation>The printer has {has}, the poster is {size}</translation>
    </message>
    <message>
        <source>Skriveren har {has}, største plakat er {size}</source>
        <translation>The printer has {has}, the largest poster is {size}</translation>
    </message>
    <message>
        <source>Skriveren svarer ikke. Ingenting er sendt. Prøv igjen, eller lagre PDF.</source>
        <translation>The printer does not answer. Nothing has been sent. Try again, or save a PDF.</translation>
    </message>
    <message>
        <source>Skriveren svarer ikke. Se etter arket før du sender på nytt.</source>
        <translation>The printer does not answer. Look for the sheet before you send again.</translation>
    </message>
    <message>
        <source>Skriveren tar ikke imot noe nå. Velg en annen, eller lagre PDF.</source>
        <translation>The printer accepts nothing now. Choose another, or save a PDF.</translation>
    </message>
    <message>
        <source>Skriveren tok ikke imot arket. Prøv igjen, eller lagre PDF.</source>
        <translation>The printer did not accept the sheet. Try again, or save a PDF.</translation>
    </message>
    <message>
        <source>Skriverne svarer ikke. Lagre PDF og skriv ut fra en annen maskin.</source>
        <translation>The printers do not answer. Save a PDF and print it from another computer.</translation>
    </message>
    <message>
        <source>Skålvekt</source>
        <translation>Scales</translation>
    </message>
    <message>
        <source>Slag</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Slik kommer du inn</source>
        <translation>How to get in</translation>
    </message>
    <message>
        <source>Slik ser det ut</source>
        <translation>What it looks like</translation>
    </message>
    <message>
        <source>Snakkebobler med to språk</source>
        <translation>Speech bubbles in two languages</translation>
    </message>
    <message>
        <source>Spire</source>
        <translation>Sprout</translation>
    </message>
    <message>
        <source>Språk</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>Spør den som drifter maskinen. Minnepinne virker.</source>
        <translation>Ask whoever runs this computer. A USB stick works.</translation>
    </message>
    <message>
        <source>Spør om</source>
        <translation>Ask about</translation>
    </message>
    <message>
        <source>Spørsmål</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Stabilt sideleie</source>
        <translation>Recovery position</translation>
    </message>
    <message>
        <source>Start programmet på nytt, så lages en ny.</source>
        <translation>Restart the program, and a new one is made.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Sted</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Sted på kartet</source>
        <translation>Place on the map</translation>
    </message>
    <message>
        <source>Steder og favoritter på pinnen kan ikke leses.</source>
        <translation>Sites and favourites on the stick cannot be read.</translation>
    </message>
    <message>
        <source>Stedet finnes ikke i permen.</source>
        <translation>The site is not in the binder.</translation>
    </message>
    <message>
        <source>Stedet mangler navn. Skriv et navn, og lagre igjen.</source>
        <translation>The site has no name. Write a name, and save again.</translation>
    </message>
    <message>
        <source>Steg for steg</source>
        <translation>Step by step</translation>
    </message>
    <message>
        <source>Steg {n}</source>
        <translation>Step {n}</translation>
    </message>
    <message>
        <source>Stetoskop</source>
        <translation>Stethoscope</translation>
    </message>
    <message>
        <source>Still klokka. Ellers godtas ikke nytt innhold.</source>
        <translation>Set the clock. Otherwise new content is not accepted.</translation>
    </message>
    <message>
        <source>Suppebolle med damp</source>
        <translation>Steaming bowl of soup</translation>
    </message>
    <message>
        <source>Sykehus</source>
        <translation>Hospital</translation>
    </message>
    <message>
        <source>Søkedataene kan ikke lagres her. Oppstarten tar litt lenger tid.</source>
        <translation>Search data cannot be saved here. Starting takes a little longer.</translation>
    </message>
    <message>
        <source>Søkedataene kan ikke leses. Permen er trygg, og akuttkortet virker.</source>
        <translation>Search data cannot be read. The binder is safe, and the emergency card works.</translation>
    </message>
    <message>
        <source>Søkedataene kunne ikke lages. Permen er trygg.</source>
        <translation>Search data could not be made. The binder is safe.</translation>
    </message>
    <message>
        <source>Søket</source>
        <translation>The search</translation>
    </message>
    <message>
        <source>Søket er bygd på nytt.</source>
        <translation>The search has been built anew.</translation>
    </message>
    <message>
        <source>Søket er skadet.</source>
        <translation>The search is damaged.</translation>
    </message>
    <message>
        <source>Tann</source>
        <translation>Tooth</translation>
    </message>
    <message>
        <source>Tegnet «{sign}» kan ikke skrives ut. Ta det bort, og prøv igjen.</source>
        <translation>The character “{sign}” cannot be printed. Remove it, and try again.</translation>
    </message>
    <message>
        <source>Tekst</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Teksten er for lang. Det er plass til {n} tegn.</source>
        <translation>The text is too long. There is room for {n} characters.</translation>
    </message>
    <message>
        <source>Teksten er ikke fagkontrollert.</source>
        <translation>The text has not been clinically checked.</translation>
    </message>
    <message>
        <source>Teksten får ikke plass i {paper}. Kort den ned, eller velg {larger}.</source>
        <translation>The text does not fit on {paper}. Shorten it, or choose {larger}.</translation>
    </message>
    <message>
        <source>Teksten får ikke plass i {paper}. Kort den ned.</source>
        <translation>The text does not fit on {paper}. Shorten it.</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Telefon med lyn</source>
        <translation>Phone with a lightning bolt</translation>
    </message>
    <message>
        <source>Telefonnummeret er ikke bekreftet.</source>
        <translation>The phone number is not confirmed.</translation>
    </message>
    <message>
        <source>Telefonnummeret kan ikke ringes. Skriv ett nummer, med bare tall.</source>
        <translation>The phone number cannot be called. Write one number, with digits only.</translation>
    </message>
    <message>
        <source>Telefonrør</source>
        <translation>Telephone handset</translation>
    </message>
    <message>
        <source>Tider</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Til orientering</source>
        <translation>For information</translation>
    </message>
    <message>
        <source>Tilbud</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Tilgjengelighet</source>
        <translation>Accessibility</translation>
    </message>
    <message>
        <source>Tilstand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Tittel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Tjeneren svarer ikke som den skal. Prøv igjen senere.</source>
        <translation>The server does not answer as it should. Try again later.</translation>
    </message>
    <message>
        <source>Tjeneren til {avsender} svarer ikke som den skal. Prøv igjen senere.</source>
        <translation>The server of {avsender} does not answer as it should. Try again later.</translation>
    </message>
    <message>
        <source>To personer</source>
        <translation>Two people</translation>
    </message>
    <message>
        <source>To personer med avstand</source>
        <translation>Two people keeping a distance</translation>
    </message>
    <message>
        <source>To personer som går sammen</source>
        <translation>Two people walking together</translation>
    </message>
    <message>
        <source>To personer som ikke deler</source>
        <translation>Two people not sharing</translation>
    </message>
    <message>
        <source>To snakkebobler</source>
        <translation>Two speech bubbles</translation>
    </message>
    <message>
        <source>To stoffer som ikke blandes</source>
        <translation>Two substances not mixed</translation>
    </message>
    <message>
        <source>Toalett</source>
        <translation>Toilet</translation>
    </message>
    <message>
        <source>Tommel som trykker inn et stempel</source>
        <translation>Thumb pressing a plunger</translation>
    </message>
    <message>
        <source>Trapp som går ned</source>
        <translation>Stairs going down</translation>
    </message>
    <message>
        <source>Trinn</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>Trukket tilbake</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Trukket tilbake {date}. Ta ned plakatene.</source>
        <translation>Withdrawn {date}. Take the posters down.</translation>
    </message>
    <message>
        <source>Trukket tilbake. Ta ned plakaten.</source>
        <translation>Withdrawn. Take the poster down.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Undertittel</source>
        <translation>Subtitle</translation>
    </message>
    <message>
        <source>Utdelingsarket finnes ikke på dette språket.</source>
        <translation>The handout sheet does not exist in this language.</translation>
    </message>
    <message>
        <source>Uten dato.</source>
        <translation>Undated.</translation>
    </message>
    <message>
        <source>Uten nett. Innholdet ditt er uendret.</source>
        <translation>Offline. Your content is unchanged.</translation>
    </message>
    <message>
        <source>Uten nett. Innholdet er fra {dato}.</source>
        <translation>Offline. The content is from {dato}.</translation>
    </message>
    <message>
        <source>Uten time</source>
        <translation>No appointment</translation>
    </message>
    <message>
        <source>Uten tittel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Utseende på plakaten</source>
        <translation>Look of the poster</translation>
    </message>
    <message>
        <source>Utskriften er avbrutt.</source>
        <translation>Printing has been cancelled.</translation>
    </message>
    <message>
        <source>Utskriften stoppet. Ingenting er sendt. Prøv igjen, eller lagre PDF.</source>
        <translation>Printing stopped. Nothing has been sent. Try again, or save a PDF.</translation>
    </message>
    <message>
        <source>Vanndråpe</source>
        <translation>Drop of water</translation>
    </message>
    <message>
        <source>Varmeovn</source>
        <translation>Heater</translation>
    </message>
    <message>
        <source>Varsel fra {who}</source>
        <translation>Alert from {who}</translation>
    </message>
    <message>
        <source>Varselplakaten finnes ikke på {name} ennå.</source>
        <translation>The alert poster does not exist in {name} yet.</translation>
    </message>
    <message>
        <source>Varselplakater kan ikke lages: setningene på dem er skadet. Varselet kan leses.</source>
        <translation>Alert posters cannot be made: their sentences are damaged. The alert can be read.</translation>
    </message>
    <message>
        <source>Vaskemaskin</source>
        <translation>Washing machine</translation>
    </message>
    <message>
        <source>Velg en fra lista.</source>
        <translation>Choose one from the list.</translation>
    </message>
    <message>
        <source>Velg et tilbud med faste tider.</source>
        <translation>Choose a service with fixed times.</translation>
    </message>
    <message>
        <source>Ventetid</source>
        <translation>Waiting time</translation>
    </message>
    <message>
        <source>Vinduet kan ikke åpnes: {reason}. «feltperm search» virker uten vindu.</source>
        <translation>The window cannot be opened: {reason}. “feltperm search” works without a window.</translation>
    </message>
    <message>
        <source>Vinduet tegnes av systemet.</source>
        <translation>The window is drawn by the system.</translation>
    </message>
    <message>
        <source>Vinduet tegnes med {name}.</source>
        <translation>The window is drawn with {name}.</translation>
    </message>
    <message>
        <source>Virker.</source>
        <translation>Works.</translation>
    </message>
    <message>
        <source>adresse</source>
        <translation>address</translation>
    </message>
    <message>
        <source>alle dager</source>
        <translation>every day</translation>
    </message>
    <message>
        <source>andre dager: stengt</source>
        <translation>other days: closed</translation>
    </message>
    <message>
        <source>andre juledag</source>
        <translation>Boxing Day</translation>
    </message>
    <message>
        <source>andre påskedag</source>
        <translation>Easter Monday</translation>
    </message>
    <message>
        <source>arabisk</source>
        <translation>Arabic</translation>
    </message>
    <message>
        <source>bokmål</source>
        <translation>Bokmål</translation>
    </message>
    <message>
        <source>engelsk</source>
        <translation>English</translation>
    </message>
    <message>
        <source>er skadet</source>
        <translation>is damaged</translation>
    </message>
    <message>
        <source>ett</source>
        <translation>one</translation>
    </message>
    <message>
        <source>fem</source>
        <translation>five</translation>
    </message>
    <message>
        <source>fire</source>
        <translation>four</translation>
    </message>
    <message>
        <source>fra {first}</source>
        <translation>from {first}</translation>
    </message>
    <message>
        <source>fra {first} til {last}</source>
        <translation>from {first} to {last}</translation>
    </message>
    <message>
        <source>fredag</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>første juledag</source>
        <translation>Christmas Day</translation>
    </message>
    <message>
        <source>første nyttårsdag</source>
        <translation>New Year’s Day</translation>
    </message>
    <message>
        <source>første påskedag</source>
        <translation>Easter Sunday</translation>
    </message>
    <message>
        <source>hele døgnet</source>
        <translation>around the clock</translation>
    </message>
    <message>
        <source>hele landet</source>
        <translation>the whole country</translation>
    </message>
    <message>
        <source>ikke avklart</source>
        <translation>not settled</translation>
    </message>
    <message>
        <source>ikke oppgitt</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>julaften</source>
        <translation>Christmas Eve</translation>
    </message>
    <message>
        <source>kl. {interval}</source>
        <translation>{interval}</translation>
    </message>
    <message>
        <source>krever en nyere versjon av Feltperm</source>
        <translation>needs a newer version of Feltperm</translation>
    </message>
    <message>
        <source>langfredag</source>
        <translation>Good Friday</translation>
    </message>
    <message>
        <source>lørdag</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>mandag</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>nei</source>
        <translation>no</translation>
    </message>
    <message>
        <source>ni</source>
        <translation>nine</translation>
    </message>
    <message>
        <source>nordsamisk</source>
        <translation>Northern Sámi</translation>
    </message>
    <message>
        <source>null</source>
        <translation>no</translation>
    </message>
    <message>
        <source>nynorsk</source>
        <translation>Nynorsk</translation>
    </message>
    <message>
        <source>nyttårsaften</source>
        <translation>New Year’s Eve</translation>
    </message>
    <message>
        <source>onsdag</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>palmesøndag</source>
        <translation>Palm Sunday</translation>
    </message>
    <message>
        <source>polsk</source>
        <translation>Polish</translation>
    </message>
    <message>
        <source>på denne maskinen</source>
        <translation>on this computer</translation>
    </message>
    <message>
        <source>påskeaften</source>
        <translation>Holy Saturday</translation>
    </message>
    <message>
        <source>seks</source>
        <translation>six</translation>
    </message>
    <message>
        <source>sju</source>
        <translation>seven</translation>
    </message>
    <message>
        <source>skjærtorsdag</source>
        <translation>Maundy Thursday</translation>
    </message>
    <message>
        <source>som vanlig</source>
        <translation>as usual</translation>
    </message>
    <message>
        <source>somali</source>
        <translation>Somali</translation>
    </message>
    <message>
        <source>stengt</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>søndag</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>telefon</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>ti</source>
        <translation>ten</translation>
    </message>
    <message>
        <source>til {last}</source>
        <translation>until {last}</translation>
    </message>
    <message>
        <source>tirsdag</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>to</source>
        <translation>two</translation>
    </message>
    <message>
        <source>torsdag</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>tre</source>
        <translation>three</translation>
    </message>
    <message>
        <source>ukrainsk</source>
        <translation>Ukrainian</translation>
    </message>
    <message>
        <source>{avsender} tilbyr eldre innhold enn før. Det er ikke tatt i bruk.</source>
        <translation>{avsender} offers older content than before. It is not being used.</translation>
    </message>
    <message>
        <source>{box} er ikke lenger i permen.</source>
        <translation>{box} is no longer in the binder.</translation>
    </message>
    <message>
        <source>{change} til og med {date}.</source>
        <translation>{change} up to and including {date}.</translation>
    </message>
    <message>
        <source>{change}.</source>
        <translation>{change}.</translation>
    </message>
    <message>
        <source>{days}: ikke avklart. Ring før du går</source>
        <translation>{days}: not settled. Call before you go</translation>
    </message>
    <message>
        <source>{facts}. Velg en annen skriver, eller lagre PDF.</source>
        <translation>{facts}. Choose another printer, or save a PDF.</translation>
    </message>
    <message>
        <source>{facts}: deles på {count} ark.</source>
        <translation>{facts}: split over {count} sheets.</translation>
    </message>
    <message>
        <source>{facts}: står midt på arket.</source>
        <translation>{facts}: placed in the middle of the sheet.</translation>
    </message>
    <message>
        <source>{first} og {n} til</source>
        <translation>{first} and {n} more</translation>
    </message>
    <message>
        <source>{name} er ikke godkjent som avsender av nasjonalt innhold.</source>
        <translation>{name} is not approved as a publisher of national content.</translation>
    </message>
    <message>
        <source>{name} mangler {what}.</source>
        <translation>{name} lacks {what}.</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>{n} MB er ledig.</source>
        <translation>{n} MB are free.</translation>
    </message>
    <message>
        <source>{n} endrede</source>
        <translation>{n} changed</translation>
    </message>
    <message>
        <source>{n} endret</source>
        <translation>{n} changed</translation>
    </message>
    <message>
        <source>{n} fjernet</source>
        <translation>{n} removed</translation>
    </message>
    <message>
        <source>{n} innhold er hele.</source>
        <translation>{n} contents are complete.</translation>
    </message>
    <message>
        <source>{n} kilder. Sist svar {date}.</source>
        <translation>{n} sources. Last answer {date}.</translation>
    </message>
    <message>
        <source>{n} ny</source>
        <translation>{n} new</translation>
    </message>
    <message>
        <source>{n} nye</source>
        <translation>{n} new</translation>
    </message>
    <message>
        <source>{n} oppføringer kan søkes i.</source>
        <translation>{n} entries can be searched.</translation>
    </message>
    <message>
        <source>{n} oppslag må byttes</source>
        <translation>sheets that need replacing: {n}</translation>
    </message>
    <message>
        <source>{n} oppslag må byttes, {m} må tas ned</source>
        <translation>sheets that need replacing: {n}, that must come down: {m}</translation>
    </message>
    <message>
        <source>{n} oppslag må tas ned</source>
        <translation>sheets that must come down: {n}</translation>
    </message>
    <message>
        <source>{n} side</source>
        <translation>{n} page</translation>
    </message>
    <message>
        <source>{n} sider</source>
        <translation>{n} pages</translation>
    </message>
    <message>
        <source>{n} skrivere: {names}.</source>
        <translation>{n} printers: {names}.</translation>
    </message>
    <message>
        <source>{part} av {whole}</source>
        <translation>{part} of {whole}</translation>
    </message>
    <message>
        <source>{period}: {text}.</source>
        <translation>{period}: {text}.</translation>
    </message>
    <message>
        <source>{what} alle dager</source>
        <translation>{what} every day</translation>
    </message>
    <message>
        <source>{what} {days}</source>
        <translation>{what} on {days}</translation>
    </message>
    <message>
        <source>«{missing}» mangler</source>
        <translation>“{missing}” is missing</translation>
    </message>
    <message>
        <source>«{name}» finnes allerede. Velg et annet navn.</source>
        <translation>“{name}” exists already. Choose another name.</translation>
    </message>
    <message>
        <source>«{title}» er ikke et tilbud. Bare tilbud kan stå på arket.</source>
        <translation>“{title}” is not a service. Only services can be on the sheet.</translation>
    </message>
    <message>
        <source>«{title}» har ingen faste tider i innholdet.</source>
        <translation>“{title}” has no fixed times in the content.</translation>
    </message>
    <message>
        <source>Åpningstid</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>Én kilde. Sist svar {date}.</source>
        <translation>One source. Last answer {date}.</translation>
    </message>
    <message>
        <source>Én oppføring kan søkes i.</source>
        <translation>One entry can be searched.</translation>
    </message>
    <message>
        <source>Én skriver: {names}.</source>
        <translation>One printer: {names}.</translation>
    </message>
    <message>
        <source>Øre som lytter</source>
        <translation>Ear listening</translation>
    </message>
    <message>
        <source>åpent {hours}</source>
        <translation>open {hours}</translation>
    </message>
    <message>
        <source>åpningstid</source>
        <translation>opening hours</translation>
    </message>
    <message>
        <source>åtte</source>
        <translation>eight</translation>
    </message>
</context>
</TS>
