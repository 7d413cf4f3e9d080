<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nn_NO" sourcelanguage="nb_NO">
<context>
    <name>AlertBanner</name>
    <message>
        <source>Les</source>
        <translation>Les</translation>
    </message>
    <message>
        <source>Lukk til neste gang Feltperm åpnes</source>
        <translation>Lukk til neste gong Feltperm blir opna</translation>
    </message>
    <message>
        <source>Merk som lest</source>
        <translation>Merk som lese</translation>
    </message>
    <message>
        <source>Nytt varsel</source>
        <translation>Nytt varsel</translation>
    </message>
    <message>
        <source>Skriv ut plakat</source>
        <translation>Skriv ut plakat</translation>
    </message>
    <message>
        <source>Vis neste varsel</source>
        <translation>Vis neste varsel</translation>
    </message>
    <message>
        <source>{n} av {all}</source>
        <translation>{n} av {all}</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>Akutt fare</source>
        <translation>Akutt fare</translation>
    </message>
    <message>
        <source>Endret drift</source>
        <translation>Endra drift</translation>
    </message>
    <message>
        <source>Ny</source>
        <translation>Ny</translation>
    </message>
    <message>
        <source>Nytt varsel for {area}: {title}</source>
        <translation>Nytt varsel for {area}: {title}</translation>
    </message>
    <message>
        <source>Til orientering</source>
        <translation>Til orientering</translation>
    </message>
    <message>
        <source>Trukket tilbake {date}. Ta ned plakatene.</source>
        <translation>Trekt tilbake {date}. Ta ned plakatane.</translation>
    </message>
    <message>
        <source>Trukket tilbake. Ta ned plakatene.</source>
        <translation>Trekt tilbake. Ta ned plakatane.</translation>
    </message>
    <message>
        <source>gjaldt til {date}</source>
        <translation>gjaldt til {date}</translation>
    </message>
    <message>
        <source>gjelder fra {date}</source>
        <translation>gjeld frå {date}</translation>
    </message>
    <message>
        <source>gjelder til {date}</source>
        <translation>gjeld til {date}</translation>
    </message>
</context>
<context>
    <name>AlertsPage</name>
    <message>
        <source>Andre steder</source>
        <translation>Andre stader</translation>
    </message>
    <message>
        <source>For deg</source>
        <translation>For deg</translation>
    </message>
    <message>
        <source>Ingen varsler for {place}.</source>
        <translation>Ingen varsel for {place}.</translation>
    </message>
    <message>
        <source>Innholdet er fra {date}.</source>
        <translation>Innhaldet er frå {date}.</translation>
    </message>
    <message>
        <source>Merk som lest</source>
        <translation>Merk som lese</translation>
    </message>
    <message>
        <source>Se etter nå</source>
        <translation>Sjå etter no</translation>
    </message>
    <message>
        <source>Sist sett etter kl. {clock}.</source>
        <translation>Sist sett etter kl. {clock}.</translation>
    </message>
    <message>
        <source>Sist sett etter {date} kl. {clock}.</source>
        <translation>Sist sett etter {date} kl. {clock}.</translation>
    </message>
    <message>
        <source>Tidligere</source>
        <translation>Tidlegare</translation>
    </message>
    <message>
        <source>Tilbake til varslene</source>
        <translation>Tilbake til varsla</translation>
    </message>
    <message>
        <source>Varsler</source>
        <translation>Varsel</translation>
    </message>
    <message>
        <source>Velg kommune</source>
        <translation>Vel kommune</translation>
    </message>
    <message>
        <source>Velg kommune, så ser du varsler for deg.</source>
        <translation>Vel kommune, så ser du varsel for deg.</translation>
    </message>
</context>
<context>
    <name>AnswerNotes</name>
    <message>
        <source>Legg inn lokalt sted</source>
        <translation>Legg inn lokal stad</translation>
    </message>
    <message>
        <source>Vis de {n}</source>
        <translation>Vis dei {n}</translation>
    </message>
</context>
<context>
    <name>BinderPage</name>
    <message>
        <source>(standardsted)</source>
        <translation>(standardstad)</translation>
    </message>
    <message>
        <source>Alt i permen til en kollega, men ikke notatene.</source>
        <translation>Alt i permen til ein kollega, men ikkje notata.</translation>
    </message>
    <message>
        <source>Del alt …</source>
        <translation>Del alt …</translation>
    </message>
    <message>
        <source>Egne oppføringer</source>
        <translation>Eigne oppføringar</translation>
    </message>
    <message>
        <source>Egne oppføringer ({n})</source>
        <translation>Eigne oppføringar ({n})</translation>
    </message>
    <message>
        <source>Endre …</source>
        <translation>Endre …</translation>
    </message>
    <message>
        <source>Favoritter</source>
        <translation>Favorittar</translation>
    </message>
    <message>
        <source>Favoritter ({n})</source>
        <translation>Favorittar ({n})</translation>
    </message>
    <message>
        <source>Fjern</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Legg inn stedet deres, så står det på plakatene.</source>
        <translation>Legg inn staden dykkar, så står han på plakatane.</translation>
    </message>
    <message>
        <source>Min perm</source>
        <translation>Permen min</translation>
    </message>
    <message>
        <source>Nytt sted …</source>
        <translation>Ny stad …</translation>
    </message>
    <message>
        <source>På veggen</source>
        <translation>På veggen</translation>
    </message>
    <message>
        <source>På veggen ({n})</source>
        <translation>På veggen ({n})</translation>
    </message>
    <message>
        <source>Rettelser</source>
        <translation>Rettingar</translation>
    </message>
    <message>
        <source>Rettelser ({n})</source>
        <translation>Rettingar ({n})</translation>
    </message>
    <message>
        <source>Samlinger</source>
        <translation>Samlingar</translation>
    </message>
    <message>
        <source>Samlinger ({n})</source>
        <translation>Samlingar ({n})</translation>
    </message>
    <message>
        <source>Steder</source>
        <translation>Stader</translation>
    </message>
    <message>
        <source>Steder ({n})</source>
        <translation>Stader ({n})</translation>
    </message>
    <message>
        <source>Søk</source>
        <translation>Søk</translation>
    </message>
    <message>
        <source>Trykk på stjernen ved et tilbud, så ligger det her.</source>
        <translation>Trykk på stjerna ved eit tilbod, så ligg det her.</translation>
    </message>
    <message>
        <source>Åpne</source>
        <translation>Opne</translation>
    </message>
</context>
<context>
    <name>Bodies</name>
    <message numerus="yes">
        <source>%n steder i {place} har ikke oppgitt åpningstid.</source>
        <translation>
            <numerusform>%n stad i {place} har ikkje oppgitt opningstid.</numerusform>
            <numerusform>%n stader i {place} har ikkje oppgitt opningstid.</numerusform>
        </translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Dette får du her</source>
        <translation>Dette får du her</translation>
    </message>
    <message>
        <source>E-post</source>
        <translation>E-post</translation>
    </message>
    <message>
        <source>Egen sjekk</source>
        <translation>Eigen sjekk</translation>
    </message>
    <message>
        <source>Før: {old}</source>
        <translation>Før: {old}</translation>
    </message>
    <message>
        <source>Gjør dette</source>
        <translation>Gjer dette</translation>
    </message>
    <message>
        <source>Godt å vite</source>
        <translation>Godt å vite</translation>
    </message>
    <message>
        <source>Hvem kan hjelpe</source>
        <translation>Kven kan hjelpe</translation>
    </message>
    <message>
        <source>I samtalen</source>
        <translation>I samtalen</translation>
    </message>
    <message>
        <source>Ikke oppgitt</source>
        <translation>Ikkje oppgitt</translation>
    </message>
    <message>
        <source>Ingen steder i {place} er bekreftet åpne nå.</source>
        <translation>Ingen stader i {place} er stadfesta opne no.</translation>
    </message>
    <message>
        <source>Kopier nummeret</source>
        <translation>Kopier nummeret</translation>
    </message>
    <message>
        <source>Kopier nummeret {number}</source>
        <translation>Kopier nummeret {number}</translation>
    </message>
    <message>
        <source>Legevakt 116 117 svarer hele døgnet.</source>
        <translation>Legevakt 116 117 svarer heile døgnet.</translation>
    </message>
    <message>
        <source>Nettside</source>
        <translation>Nettside</translation>
    </message>
    <message>
        <source>Ord på siden</source>
        <translation>Ord på sida</translation>
    </message>
    <message>
        <source>Rettet av dere {date}, ikke bekreftet</source>
        <translation>Retta av dykk {date}, ikkje stadfesta</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Tilbud de driver</source>
        <translation>Tilbod dei driv</translation>
    </message>
    <message>
        <source>Åpent nå i {place}</source>
        <translation>Ope no i {place}</translation>
    </message>
    <message>
        <source>Åpningstid</source>
        <translation>Opningstid</translation>
    </message>
</context>
<context>
    <name>ChangeRows</name>
    <message>
        <source>Fjernet</source>
        <translation>Fjerna</translation>
    </message>
    <message>
        <source>I en samling</source>
        <translation>I ei samling</translation>
    </message>
    <message>
        <source>Nasjonalt innhold</source>
        <translation>Nasjonalt innhald</translation>
    </message>
    <message>
        <source>Nytt</source>
        <translation>Nytt</translation>
    </message>
    <message>
        <source>På et oppslag som henger</source>
        <translation>På eit oppslag som heng</translation>
    </message>
    <message>
        <source>Varsel</source>
        <translation>Varsel</translation>
    </message>
    <message>
        <source>ikke oppgitt</source>
        <translation>ikkje oppgitt</translation>
    </message>
    <message>
        <source>og {n} til</source>
        <translation>og {n} til</translation>
    </message>
    <message>
        <source>★ Favoritt</source>
        <translation>★ Favoritt</translation>
    </message>
</context>
<context>
    <name>ChangeTable</name>
    <message>
        <source>Endring</source>
        <translation>Endring</translation>
    </message>
    <message>
        <source>Hva</source>
        <translation>Kva</translation>
    </message>
    <message>
        <source>Ingen oppføringer er endret.</source>
        <translation>Ingen oppføringar er endra.</translation>
    </message>
    <message>
        <source>Ingenting av dette gjelder kommunen eller favorittene dine.</source>
        <translation>Ingenting av dette gjeld kommunen eller favorittane dine.</translation>
    </message>
    <message>
        <source>Vis alle</source>
        <translation>Vis alle</translation>
    </message>
    <message>
        <source>Vis {n} til</source>
        <translation>Vis {n} til</translation>
    </message>
</context>
<context>
    <name>ClearDialog</name>
    <message>
        <source>Alt om hvor oppslag henger, blir slettet, også i sikkerhetskopiene. Det kan ikke angres.</source>
        <translation>Alt om kvar oppslag heng, blir sletta, også i tryggingskopiane. Det kan ikkje angrast.</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Tøm loggen</source>
        <translation>Tøm loggen</translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message>
        <source>Lagt i «{samling}».</source>
        <translation>Lagt i «{samling}».</translation>
    </message>
    <message>
        <source>Legg i samling …</source>
        <translation>Legg i samling …</translation>
    </message>
    <message>
        <source>Ny samling …</source>
        <translation>Ny samling …</translation>
    </message>
</context>
<context>
    <name>CollectionExchange</name>
    <message numerus="yes">
        <source>%n egne oppføringer</source>
        <translation>
            <numerusform>%n eiga oppføring</numerusform>
            <numerusform>%n eigne oppføringar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n er ikke i innholdet her.</source>
        <translation>
            <numerusform>%n er ikkje i innhaldet her.</numerusform>
            <numerusform>%n er ikkje i innhaldet her.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n favoritter</source>
        <translation>
            <numerusform>%n favoritt</numerusform>
            <numerusform>%n favorittar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n har dere fra før.</source>
        <translation>
            <numerusform>%n har de frå før.</numerusform>
            <numerusform>%n har de frå før.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n heter det samme som noe dere har, men sier noe annet. Begge blir med.</source>
        <translation>
            <numerusform>%n heiter det same som noko de har, men seier noko anna. Begge blir med.</numerusform>
            <numerusform>%n heiter det same som noko de har, men seier noko anna. Begge blir med.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kan ikke brukes her, og blir ikke med.</source>
        <translation>
            <numerusform>%n kan ikkje brukast her, og blir ikkje med.</numerusform>
            <numerusform>%n kan ikkje brukast her, og blir ikkje med.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n samlinger</source>
        <translation>
            <numerusform>%n samling</numerusform>
            <numerusform>%n samlingar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steder</source>
        <translation>
            <numerusform>%n stad</numerusform>
            <numerusform>%n stader</numerusform>
        </translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Del …</source>
        <translation>Del …</translation>
    </message>
    <message>
        <source>Delt fra Feltperm (*.json)</source>
        <translation>Delt frå Feltperm (*.json)</translation>
    </message>
    <message>
        <source>Dere har det samme fra før.</source>
        <translation>De har det same frå før.</translation>
    </message>
    <message>
        <source>Det dere har, blir som det er.</source>
        <translation>Det de har, blir som det er.</translation>
    </message>
    <message>
        <source>Dette er nytt for dere: {what}.</source>
        <translation>Dette er nytt for dykk: {what}.</translation>
    </message>
    <message>
        <source>Fra permen</source>
        <translation>Frå permen</translation>
    </message>
    <message>
        <source>Lagre</source>
        <translation>Lagre</translation>
    </message>
    <message>
        <source>Lagre kontakter …</source>
        <translation>Lagre kontaktar …</translation>
    </message>
    <message>
        <source>Lagret i {name}.</source>
        <translation>Lagra i {name}.</translation>
    </message>
    <message>
        <source>Ta imot</source>
        <translation>Ta imot</translation>
    </message>
    <message>
        <source>Ta imot fra kollega</source>
        <translation>Ta imot frå kollega</translation>
    </message>
    <message>
        <source>Ta imot fra kollega …</source>
        <translation>Ta imot frå kollega …</translation>
    </message>
    <message>
        <source>Tatt imot: {what}.</source>
        <translation>Teke imot: {what}.</translation>
    </message>
</context>
<context>
    <name>CollectionsTab</name>
    <message numerus="yes">
        <source>%n oppføringer</source>
        <translation>
            <numerusform>%n oppføring</numerusform>
            <numerusform>%n oppføringar</numerusform>
        </translation>
    </message>
    <message>
        <source>Fjern</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Gi nytt navn …</source>
        <translation>Gi nytt namn …</translation>
    </message>
    <message>
        <source>Legg på utdelingsark</source>
        <translation>Legg på utdelingsark</translation>
    </message>
    <message>
        <source>Legg tilbud du bruker sammen i en samling, for eksempel for en vakt.</source>
        <translation>Legg tilbod du bruker saman i ei samling, til dømes for ei vakt.</translation>
    </message>
    <message>
        <source>Ny samling …</source>
        <translation>Ny samling …</translation>
    </message>
    <message>
        <source>Nytt navn.</source>
        <translation>Nytt namn.</translation>
    </message>
    <message>
        <source>Oppføringer i samlingen</source>
        <translation>Oppføringar i samlinga</translation>
    </message>
    <message>
        <source>Samlinger</source>
        <translation>Samlingar</translation>
    </message>
    <message>
        <source>Ta ut</source>
        <translation>Ta ut</translation>
    </message>
    <message>
        <source>Åpne</source>
        <translation>Opne</translation>
    </message>
</context>
<context>
    <name>ConfirmationForm</name>
    <message>
        <source>Stedet bekreftet i dag</source>
        <translation>Staden stadfesta i dag</translation>
    </message>
</context>
<context>
    <name>ContentCard</name>
    <message>
        <source>Alder: {age}</source>
        <translation>Alder: {age}</translation>
    </message>
    <message>
        <source>Det finnes ikke noe tidligere innhold å gå tilbake til.</source>
        <translation>Det finst ikkje noko tidlegare innhald å gå tilbake til.</translation>
    </message>
    <message>
        <source>Du gikk tilbake til {date}. {name} fornyes ikke av seg selv.</source>
        <translation>Du gjekk tilbake til {date}. {name} blir ikkje fornya av seg sjølv.</translation>
    </message>
    <message>
        <source>Gå tilbake …</source>
        <translation>Gå tilbake …</translation>
    </message>
    <message>
        <source>Innhold</source>
        <translation>Innhald</translation>
    </message>
    <message>
        <source>Legg til en kilde først.</source>
        <translation>Legg til ei kjelde først.</translation>
    </message>
    <message>
        <source>Se etter nå</source>
        <translation>Sjå etter no</translation>
    </message>
    <message>
        <source>Ta i bruk det nyeste</source>
        <translation>Ta i bruk det nyaste</translation>
    </message>
    <message>
        <source>Ta i bruk {date}</source>
        <translation>Ta i bruk {date}</translation>
    </message>
    <message>
        <source>Vent til det som pågår, er ferdig.</source>
        <translation>Vent til det som går føre seg, er ferdig.</translation>
    </message>
    <message>
        <source>fulgte med programmet</source>
        <translation>følgde med programmet</translation>
    </message>
    <message>
        <source>{name}: tilbake til {date}</source>
        <translation>{name}: tilbake til {date}</translation>
    </message>
    <message>
        <source>{n} oppføring</source>
        <translation>{n} oppføring</translation>
    </message>
    <message>
        <source>{n} oppføringer</source>
        <translation>{n} oppføringar</translation>
    </message>
</context>
<context>
    <name>ContentGroup</name>
    <message>
        <source>Bare når jeg ber om det</source>
        <translation>Berre når eg ber om det</translation>
    </message>
    <message>
        <source>Bare på wifi</source>
        <translation>Berre på wifi</translation>
    </message>
    <message>
        <source>Datagrense i måneden</source>
        <translation>Datagrense i månaden</translation>
    </message>
    <message>
        <source>Datagrense i måneden på mobilnett</source>
        <translation>Datagrense i månaden på mobilnett</translation>
    </message>
    <message>
        <source>Innhold</source>
        <translation>Innhald</translation>
    </message>
    <message>
        <source>Kilder og minnepinner …</source>
        <translation>Kjelder og minnepinnar …</translation>
    </message>
    <message>
        <source>Mobilnett</source>
        <translation>Mobilnett</translation>
    </message>
    <message>
        <source>Se etter nytt</source>
        <translation>Sjå etter nytt</translation>
    </message>
    <message>
        <source>Varsler som gjelder akutt fare, hentes på samme måte.</source>
        <translation>Varsel som gjeld akutt fare, blir henta på same måten.</translation>
    </message>
    <message>
        <source>Ved start og hver dag</source>
        <translation>Ved start og kvar dag</translation>
    </message>
    <message>
        <source>Ved start og hver time</source>
        <translation>Ved start og kvar time</translation>
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
        <translation>Hent kopi frå {date}</translation>
    </message>
    <message>
        <source>Kopien er hentet.</source>
        <translation>Kopien er henta.</translation>
    </message>
    <message>
        <source>Start tom</source>
        <translation>Start tom</translation>
    </message>
</context>
<context>
    <name>CopiesRow</name>
    <message>
        <source>Hent tilbake …</source>
        <translation>Hent tilbake …</translation>
    </message>
    <message>
        <source>Kopien er hentet. Det som lå her, er tatt vare på.</source>
        <translation>Kopien er henta. Det som låg her, er teke vare på.</translation>
    </message>
    <message>
        <source>Kopien er lagret.</source>
        <translation>Kopien er lagra.</translation>
    </message>
    <message>
        <source>Lagre kopi av permen</source>
        <translation>Lagre kopi av permen</translation>
    </message>
    <message>
        <source>Lagre kopi av permen …</source>
        <translation>Lagre kopi av permen …</translation>
    </message>
    <message>
        <source>Permen er ikke sikkerhetskopiert ennå.</source>
        <translation>Permen er ikkje tryggingskopiert enno.</translation>
    </message>
    <message>
        <source>Sist sikkerhetskopiert {date}.</source>
        <translation>Sist tryggingskopiert {date}.</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Bruke deres nummer på plakater?</source>
        <translation>Bruke nummeret dykkar på plakatar?</translation>
    </message>
    <message>
        <source>Hvem sier det?</source>
        <translation>Kven seier det?</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Meld at alt stemmer</source>
        <translation>Meld at alt stemmer</translation>
    </message>
    <message>
        <source>Meld feil</source>
        <translation>Meld feil</translation>
    </message>
    <message>
        <source>Nei</source>
        <translation>Nei</translation>
    </message>
    <message>
        <source>Notert: alt stemmer.</source>
        <translation>Notert: alt stemmer.</translation>
    </message>
    <message>
        <source>Rettelsen gjelder på denne maskinen.</source>
        <translation>Rettinga gjeld på denne maskina.</translation>
    </message>
    <message>
        <source>kan stå tomt</source>
        <translation>kan stå tomt</translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message>
        <source>Hva er feil?</source>
        <translation>Kva er feil?</translation>
    </message>
    <message>
        <source>Hva er riktig?</source>
        <translation>Kva er rett?</translation>
    </message>
</context>
<context>
    <name>CorrectionsTab</name>
    <message>
        <source>Bekreftet {date}</source>
        <translation>Stadfesta {date}</translation>
    </message>
    <message>
        <source>Bruk rettelsene på plakater og ark</source>
        <translation>Bruk rettingane på plakatar og ark</translation>
    </message>
    <message>
        <source>Finner du en feil, trykk «Meld feil» på siden. Har du ringt og alt er riktig, trykk «Meld at alt stemmer». Da ligger det her.</source>
        <translation>Finn du ein feil, trykk «Meld feil» på sida. Har du ringt og alt er rett, trykk «Meld at alt stemmer». Då ligg det her.</translation>
    </message>
    <message>
        <source>Fjern</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Ikke sendt</source>
        <translation>Ikkje send</translation>
    </message>
    <message>
        <source>Ikke sendt ({n})</source>
        <translation>Ikkje send ({n})</translation>
    </message>
    <message>
        <source>Lag e-post …</source>
        <translation>Lag e-post …</translation>
    </message>
    <message>
        <source>Lagre på minnepinne …</source>
        <translation>Lagre på minnepinne …</translation>
    </message>
    <message>
        <source>Lagre rettelsene</source>
        <translation>Lagre rettingane</translation>
    </message>
    <message>
        <source>Rettelsene ligger i {name}. Gi fila til den som gir ut innholdet.</source>
        <translation>Rettingane ligg i {name}. Gi fila til den som gir ut innhaldet.</translation>
    </message>
    <message>
        <source>Rettelser</source>
        <translation>Rettingar</translation>
    </message>
    <message>
        <source>Rettelser (*.json);;Regneark (*.csv)</source>
        <translation>Rettingar (*.json);;Rekneark (*.csv)</translation>
    </message>
    <message>
        <source>Rettet {date}</source>
        <translation>Retta {date}</translation>
    </message>
    <message>
        <source>Sendt {date}</source>
        <translation>Send {date}</translation>
    </message>
    <message>
        <source>ikke oppgitt</source>
        <translation>ikkje oppgitt</translation>
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
        <translation>Feltperm stoppa. Permen er trygg.</translation>
    </message>
    <message>
        <source>Kopier rapport</source>
        <translation>Kopier rapport</translation>
    </message>
    <message>
        <source>Lukk</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Rapport</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Start på nytt</source>
        <translation>Start på nytt</translation>
    </message>
</context>
<context>
    <name>CrisisForm</name>
    <message>
        <source>Ansvar</source>
        <translation>Ansvar</translation>
    </message>
    <message>
        <source>En rolle, som teamleder</source>
        <translation>Ei rolle, som teamleiar</translation>
    </message>
    <message>
        <source>Frist</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Gjort</source>
        <translation>Gjort</translation>
    </message>
    <message>
        <source>Ikke skriv navn eller opplysninger om pasienter.</source>
        <translation>Ikkje skriv namn eller opplysningar om pasientar.</translation>
    </message>
    <message>
        <source>Kan ikke lagre her.</source>
        <translation>Kan ikkje lagre her.</translation>
    </message>
    <message>
        <source>Skriv datoen slik: 1.12.2026.</source>
        <translation>Skriv datoen slik: 1.12.2026.</translation>
    </message>
    <message>
        <source>dd.mm.åååå</source>
        <translation>dd.mm.åååå</translation>
    </message>
</context>
<context>
    <name>CrisisList</name>
    <message>
        <source>Ansvar: {who}</source>
        <translation>Ansvar: {who}</translation>
    </message>
    <message>
        <source>Frist {date}</source>
        <translation>Frist {date}</translation>
    </message>
    <message>
        <source>Gjort {date}</source>
        <translation>Gjort {date}</translation>
    </message>
    <message>
        <source>Tiltak</source>
        <translation>Tiltak</translation>
    </message>
</context>
<context>
    <name>CrisisPage</name>
    <message>
        <source>Historisk</source>
        <translation>Historisk</translation>
    </message>
    <message>
        <source>Historisk: {year}</source>
        <translation>Historisk: {year}</translation>
    </message>
    <message>
        <source>Innholdet har ingen tiltak for kriser.</source>
        <translation>Innhaldet har ingen tiltak for kriser.</translation>
    </message>
    <message>
        <source>Kan ikke lagre her.</source>
        <translation>Kan ikkje lagre her.</translation>
    </message>
    <message>
        <source>Kan ikke lagre her. Skriv ut lista, og fyll den ut på papir.</source>
        <translation>Kan ikkje lagre her. Skriv ut lista, og fyll ho ut på papir.</translation>
    </message>
    <message>
        <source>Krise</source>
        <translation>Krise</translation>
    </message>
    <message>
        <source>Plakater å fylle ut</source>
        <translation>Plakatar å fylle ut</translation>
    </message>
    <message>
        <source>Råd fra forrige krise</source>
        <translation>Råd frå førre krise</translation>
    </message>
    <message>
        <source>Skriv ut …</source>
        <translation>Skriv ut …</translation>
    </message>
    <message>
        <source>Tilbake til lista</source>
        <translation>Tilbake til lista</translation>
    </message>
    <message>
        <source>Tøm lista</source>
        <translation>Tøm lista</translation>
    </message>
    <message>
        <source>{n} av {all} gjort</source>
        <translation>{n} av {all} gjort</translation>
    </message>
</context>
<context>
    <name>DetailView</name>
    <message>
        <source>(Innholdet er for langt og er kuttet.)</source>
        <translation>(Innhaldet er for langt og er kutta.)</translation>
    </message>
    <message>
        <source>Bare på bokmål</source>
        <translation>Berre på bokmål</translation>
    </message>
    <message>
        <source>Fjern stjernen (Ctrl+D)</source>
        <translation>Fjern stjerna (Ctrl+D)</translation>
    </message>
    <message>
        <source>Gjelder til {date}.</source>
        <translation>Gjeld til {date}.</translation>
    </message>
    <message>
        <source>Gjelder {span}.</source>
        <translation>Gjeld {span}.</translation>
    </message>
    <message>
        <source>Ikke fagkontrollert</source>
        <translation>Ikkje fagkontrollert</translation>
    </message>
    <message>
        <source>Innhold</source>
        <translation>Innhald</translation>
    </message>
    <message>
        <source>Kilde</source>
        <translation>Kjelde</translation>
    </message>
    <message>
        <source>Kopier</source>
        <translation>Kopier</translation>
    </message>
    <message>
        <source>Kopier som tekst</source>
        <translation>Kopier som tekst</translation>
    </message>
    <message>
        <source>Les varselet</source>
        <translation>Les varselet</translation>
    </message>
    <message>
        <source>Lokalt om dette</source>
        <translation>Lokalt om dette</translation>
    </message>
    <message>
        <source>Plakater om dette</source>
        <translation>Plakatar om dette</translation>
    </message>
    <message>
        <source>Se også</source>
        <translation>Sjå også</translation>
    </message>
    <message>
        <source>Sendt ut av {publisher}.</source>
        <translation>Sendt ut av {publisher}.</translation>
    </message>
    <message>
        <source>Sett stjerne (Ctrl+D)</source>
        <translation>Set stjerne (Ctrl+D)</translation>
    </message>
    <message>
        <source>Skrevet inn på denne maskinen, og står bare her.</source>
        <translation>Skrive inn på denne maskina, og står berre her.</translation>
    </message>
    <message>
        <source>Skriv ut</source>
        <translation>Skriv ut</translation>
    </message>
    <message>
        <source>Skriv ut plakat</source>
        <translation>Skriv ut plakat</translation>
    </message>
    <message>
        <source>Til kolleger: {x}</source>
        <translation>Til kollegaer: {x}</translation>
    </message>
    <message>
        <source>Venter på faglig godkjenning. Følg lokal prosedyre.</source>
        <translation>Ventar på fagleg godkjenning. Følg lokal prosedyre.</translation>
    </message>
    <message>
        <source>{publisher}, innhold fra {date}.</source>
        <translation>{publisher}, innhald frå {date}.</translation>
    </message>
    <message>
        <source>Åpne sjekklista</source>
        <translation>Opne sjekklista</translation>
    </message>
</context>
<context>
    <name>DoctorView</name>
    <message>
        <source>Alt er i orden.</source>
        <translation>Alt er i orden.</translation>
    </message>
    <message>
        <source>Bruk innholdet før</source>
        <translation>Bruk innhaldet før</translation>
    </message>
    <message>
        <source>Bygg søket på nytt</source>
        <translation>Bygg søket på nytt</translation>
    </message>
    <message>
        <source>Hent tilbake kopien</source>
        <translation>Hent tilbake kopien</translation>
    </message>
    <message>
        <source>Ingenting er ødelagt. Noe bør du se på.</source>
        <translation>Ingenting er øydelagt. Noko bør du sjå på.</translation>
    </message>
    <message>
        <source>Kopier rapport</source>
        <translation>Kopier rapport</translation>
    </message>
    <message>
        <source>Lagre kopi …</source>
        <translation>Lagre kopi …</translation>
    </message>
    <message>
        <source>Legg til kilde …</source>
        <translation>Legg til kjelde …</translation>
    </message>
    <message>
        <source>Noe er ødelagt. Se den øverste linjen.</source>
        <translation>Noko er øydelagt. Sjå den øvste linja.</translation>
    </message>
    <message>
        <source>Oppdatering</source>
        <translation>Oppdatering</translation>
    </message>
    <message>
        <source>Prøv igjen</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>Rapporten er kopiert.</source>
        <translation>Rapporten er kopiert.</translation>
    </message>
    <message>
        <source>Reparerer …</source>
        <translation>Reparerer …</translation>
    </message>
    <message>
        <source>Undersøk på nytt</source>
        <translation>Undersøk på nytt</translation>
    </message>
    <message>
        <source>Undersøker …</source>
        <translation>Undersøkjer …</translation>
    </message>
</context>
<context>
    <name>EmergencyWindow</name>
    <message>
        <source>Akuttkort: ring 113</source>
        <translation>Akuttkort: ring 113</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Velg et tilbud først.</source>
        <translation>Vel eit tilbod først.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Alle kommuner</source>
        <translation>Alle kommunar</translation>
    </message>
    <message>
        <source>Alle typer</source>
        <translation>Alle typar</translation>
    </message>
    <message>
        <source>Flere filtre</source>
        <translation>Fleire filter</translation>
    </message>
    <message>
        <source>Flere filtre ({n})</source>
        <translation>Fleire filter ({n})</translation>
    </message>
    <message>
        <source>For hvem</source>
        <translation>For kven</translation>
    </message>
    <message>
        <source>Gratis</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <source>Kan komme ruset</source>
        <translation>Kan kome rusa</translation>
    </message>
    <message>
        <source>Nullstill filtre</source>
        <translation>Nullstill filter</translation>
    </message>
    <message>
        <source>Plakater</source>
        <translation>Plakatar</translation>
    </message>
    <message>
        <source>Språk</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Ta bort filteret</source>
        <translation>Ta bort filteret</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Tilbud</source>
        <translation>Tilbod</translation>
    </message>
    <message>
        <source>Tjenester</source>
        <translation>Tenester</translation>
    </message>
    <message>
        <source>Uten henvisning</source>
        <translation>Utan tilvising</translation>
    </message>
    <message>
        <source>Veiledning</source>
        <translation>Rettleiing</translation>
    </message>
    <message>
        <source>Velg hva en kan få der</source>
        <translation>Vel kva ein kan få der</translation>
    </message>
    <message>
        <source>Velg hva slags oppføringer</source>
        <translation>Vel kva slags oppføringar</translation>
    </message>
    <message>
        <source>Velg hvem det skal være for</source>
        <translation>Vel kven det skal vere for</translation>
    </message>
    <message>
        <source>Velg kommune</source>
        <translation>Vel kommune</translation>
    </message>
    <message>
        <source>Velg når det skal være åpent</source>
        <translation>Vel når det skal vere ope</translation>
    </message>
    <message>
        <source>Velg språk</source>
        <translation>Vel språk</translation>
    </message>
    <message>
        <source>Velg tema</source>
        <translation>Vel tema</translation>
    </message>
    <message>
        <source>Vis alle kommuner igjen</source>
        <translation>Vis alle kommunar igjen</translation>
    </message>
    <message>
        <source>Vis filtrene som ikke har plass her</source>
        <translation>Vis filtera som ikkje har plass her</translation>
    </message>
    <message>
        <source>Vis ikke det som er kjent for noe annet</source>
        <translation>Ikkje vis det som er kjent for noko anna</translation>
    </message>
    <message>
        <source>Åpent nå</source>
        <translation>Ope no</translation>
    </message>
</context>
<context>
    <name>FilterMenus</name>
    <message>
        <source>Dag og klokkeslett</source>
        <translation>Dag og klokkeslett</translation>
    </message>
    <message>
        <source>Gratis</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <source>Ingen treff oppgir dette</source>
        <translation>Ingen treff oppgir dette</translation>
    </message>
    <message>
        <source>Kan komme ruset</source>
        <translation>Kan kome rusa</translation>
    </message>
    <message>
        <source>Lørdag kl. 23</source>
        <translation>Laurdag kl. 23</translation>
    </message>
    <message>
        <source>Nullstill filtre</source>
        <translation>Nullstill filter</translation>
    </message>
    <message>
        <source>Nå</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Ta bort filteret</source>
        <translation>Ta bort filteret</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Uten henvisning</source>
        <translation>Utan tilvising</translation>
    </message>
    <message>
        <source>Velg tid …</source>
        <translation>Vel tid …</translation>
    </message>
    <message>
        <source>Vis det som er åpent da</source>
        <translation>Vis det som er ope då</translation>
    </message>
    <message>
        <source>Åpent nå</source>
        <translation>Ope no</translation>
    </message>
    <message>
        <source>Åpent på dag og klokkeslett</source>
        <translation>Ope på dag og klokkeslett</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message numerus="yes">
        <source>%n har ikke oppgitt hvem det er for</source>
        <translation>
            <numerusform>%n har ikkje oppgitt kven det er for</numerusform>
            <numerusform>%n har ikkje oppgitt kven det er for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n har ikke oppgitt {x}</source>
        <translation>
            <numerusform>%n har ikkje oppgitt {x}</numerusform>
            <numerusform>%n har ikkje oppgitt {x}</numerusform>
        </translation>
    </message>
    <message>
        <source>Andre steder</source>
        <translation>Andre stader</translation>
    </message>
    <message>
        <source>Andre steder: {x}</source>
        <translation>Andre stader: {x}</translation>
    </message>
    <message>
        <source>Flere treff</source>
        <translation>Fleire treff</translation>
    </message>
    <message>
        <source>For hvem</source>
        <translation>For kven</translation>
    </message>
    <message numerus="yes">
        <source>Ingen er bekreftet {x}. %n har ikke oppgitt det.</source>
        <translation>
            <numerusform>Ingen er stadfesta {x}. %n har ikkje oppgitt det.</numerusform>
            <numerusform>Ingen er stadfesta {x}. %n har ikkje oppgitt det.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ingen for {place} er bekreftet {x}. %n har ikke oppgitt det.</source>
        <translation>
            <numerusform>Ingen for {place} er stadfesta {x}. %n har ikkje oppgitt det.</numerusform>
            <numerusform>Ingen for {place} er stadfesta {x}. %n har ikkje oppgitt det.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ingen steder i {place} er bekreftet {x}. Legevakt 116 117 svarer hele døgnet.</source>
        <translation>Ingen stader i {place} er stadfesta {x}. Legevakt 116 117 svarer heile døgnet.</translation>
    </message>
    <message>
        <source>Språk</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Stengt da</source>
        <translation>Stengt då</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Tilbud</source>
        <translation>Tilbod</translation>
    </message>
    <message>
        <source>Vi har ikke lokalt innhold for {x}. Her er nasjonale tilbud og det nærmeste.</source>
        <translation>Vi har ikkje lokalt innhald for {x}. Her er nasjonale tilbod og det nærmaste.</translation>
    </message>
    <message>
        <source>eller</source>
        <translation>eller</translation>
    </message>
    <message>
        <source>for {x}</source>
        <translation>for {x}</translation>
    </message>
    <message>
        <source>gratis</source>
        <translation>gratis</translation>
    </message>
    <message>
        <source>med {x}</source>
        <translation>med {x}</translation>
    </message>
    <message>
        <source>og</source>
        <translation>og</translation>
    </message>
    <message>
        <source>om det er for dem du har valgt</source>
        <translation>om det er for dei du har valt</translation>
    </message>
    <message>
        <source>om du kan komme ruset</source>
        <translation>om du kan kome rusa</translation>
    </message>
    <message>
        <source>om du trenger henvisning</source>
        <translation>om du treng tilvising</translation>
    </message>
    <message>
        <source>om {x}</source>
        <translation>om {x}</translation>
    </message>
    <message>
        <source>pris</source>
        <translation>pris</translation>
    </message>
    <message>
        <source>på {x}</source>
        <translation>på {x}</translation>
    </message>
    <message>
        <source>språk</source>
        <translation>språk</translation>
    </message>
    <message>
        <source>tema</source>
        <translation>tema</translation>
    </message>
    <message>
        <source>tilbudet</source>
        <translation>tilbodet</translation>
    </message>
    <message>
        <source>uten henvisning</source>
        <translation>utan tilvising</translation>
    </message>
    <message>
        <source>{weekday} {day} kl. {clock}</source>
        <translation>{weekday} {day} kl. {clock}</translation>
    </message>
    <message>
        <source>Åpent da</source>
        <translation>Ope då</translation>
    </message>
    <message>
        <source>Åpent {weekday} {day}.{month}. kl. {clock}</source>
        <translation>Ope {weekday} {day}.{month}. kl. {clock}</translation>
    </message>
    <message>
        <source>åpne for den som er ruset</source>
        <translation>opne for den som er rusa</translation>
    </message>
    <message>
        <source>åpne nå</source>
        <translation>opne no</translation>
    </message>
    <message>
        <source>åpne {when}</source>
        <translation>opne {when}</translation>
    </message>
    <message>
        <source>åpningstid</source>
        <translation>opningstid</translation>
    </message>
</context>
<context>
    <name>FindLine</name>
    <message>
        <source>Fant ikke «{words}» på siden.</source>
        <translation>Fann ikkje «{words}» på sida.</translation>
    </message>
    <message>
        <source>Finn på siden</source>
        <translation>Finn på sida</translation>
    </message>
    <message>
        <source>Forrige treff (Shift+F3)</source>
        <translation>Førre treff (Shift+F3)</translation>
    </message>
    <message>
        <source>Lukk</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Lukk (Esc)</source>
        <translation>Lukk (Esc)</translation>
    </message>
    <message>
        <source>Neste treff (F3)</source>
        <translation>Neste treff (F3)</translation>
    </message>
    <message>
        <source>{n} av {all}</source>
        <translation>{n} av {all}</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Alt innhold ligger på maskinen. Du trenger ikke nett.</source>
        <translation>Alt innhald ligg på maskina. Du treng ikkje nett.</translation>
    </message>
    <message>
        <source>Fant ingen kommune med det navnet.</source>
        <translation>Fann ingen kommune med det namnet.</translation>
    </message>
    <message>
        <source>Hopp over</source>
        <translation>Hopp over</translation>
    </message>
    <message>
        <source>Hvilken kommune jobber dere mest i?</source>
        <translation>Kva kommune jobbar de mest i?</translation>
    </message>
    <message>
        <source>Kommunen styrer hva som vises først. Du kan endre den når som helst.</source>
        <translation>Kommunen styrer kva som blir vist først. Du kan endre han når som helst.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Velkommen til Feltperm</source>
        <translation>Velkomen til Feltperm</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Hent oppsettet fra en kollega</source>
        <translation>Hent oppsettet frå ein kollega</translation>
    </message>
    <message>
        <source>Ikke nå</source>
        <translation>Ikkje no</translation>
    </message>
    <message>
        <source>Kom i gang</source>
        <translation>Kom i gang</translation>
    </message>
    <message>
        <source>Legg inn stedet vårt</source>
        <translation>Legg inn staden vår</translation>
    </message>
    <message>
        <source>Se akuttkortet (F2)</source>
        <translation>Sjå akuttkortet (F2)</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Avbryt</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Det du har skrevet, er ikke lagret. Velg Lagre eller Avbryt.</source>
        <translation>Det du har skrive, er ikkje lagra. Vel Lagre eller Avbryt.</translation>
    </message>
    <message>
        <source>Ikke skriv navn eller opplysninger om pasienter.</source>
        <translation>Ikkje skriv namn eller opplysningar om pasientar.</translation>
    </message>
    <message>
        <source>Lagre</source>
        <translation>Lagre</translation>
    </message>
</context>
<context>
    <name>Greeting</name>
    <message>
        <source>Behold vårt</source>
        <translation>Behald vårt</translation>
    </message>
    <message>
        <source>Bruk den</source>
        <translation>Bruk han</translation>
    </message>
    <message>
        <source>Bruk nytt</source>
        <translation>Bruk nytt</translation>
    </message>
    <message>
        <source>Denne permen er brukt før: {what}.</source>
        <translation>Denne permen er brukt før: {what}.</translation>
    </message>
    <message>
        <source>Ikke samme sted</source>
        <translation>Ikkje same staden</translation>
    </message>
    <message>
        <source>Nytt fra {sender} om {title}: {theirs}. Dere har {ours}.</source>
        <translation>Nytt frå {sender} om {title}: {theirs}. De har {ours}.</translation>
    </message>
    <message>
        <source>Permen er ny. Den gamle ligger under «Innstillinger», «Hent tilbake».</source>
        <translation>Permen er ny. Den gamle ligg under «Innstillingar», «Hent tilbake».</translation>
    </message>
    <message>
        <source>Slå sammen</source>
        <translation>Slå saman</translation>
    </message>
    <message>
        <source>Slått sammen.</source>
        <translation>Slått saman.</translation>
    </message>
    <message>
        <source>Start en ny</source>
        <translation>Start ein ny</translation>
    </message>
    <message>
        <source>ikke oppgitt</source>
        <translation>ikkje oppgitt</translation>
    </message>
    <message>
        <source>{name} er lagret. Det kan stå på plakater.</source>
        <translation>{name} er lagra. Det kan stå på plakatar.</translation>
    </message>
    <message>
        <source>{name} er lagret. Det står på plakater og på akuttkortet.</source>
        <translation>{name} er lagra. Det står på plakatar og på akuttkortet.</translation>
    </message>
    <message>
        <source>{sender} har fått med {title}, som dere har skrevet inn selv. Er det samme sted?</source>
        <translation>{sender} har fått med {title}, som de har skrive inn sjølve. Er det same staden?</translation>
    </message>
</context>
<context>
    <name>Handouts</name>
    <message>
        <source>Alt ligger på utdelingsarket fra før.</source>
        <translation>Alt ligg på utdelingsarket frå før.</translation>
    </message>
    <message>
        <source>Lag ark {n}</source>
        <translation>Lag ark {n}</translation>
    </message>
    <message>
        <source>Lagt på utdelingsarket.</source>
        <translation>Lagt på utdelingsarket.</translation>
    </message>
    <message>
        <source>Stedet ligger på utdelingsarket fra før.</source>
        <translation>Staden ligg på utdelingsarket frå før.</translation>
    </message>
</context>
<context>
    <name>HangDialog</name>
    <message>
        <source>Avbryt</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>For eksempel Varmestua</source>
        <translation>Til dømes Varmestova</translation>
    </message>
    <message>
        <source>For eksempel inngang</source>
        <translation>Til dømes inngang</translation>
    </message>
    <message>
        <source>Heng opp</source>
        <translation>Heng opp</translation>
    </message>
    <message>
        <source>Henger der det gamle hang:</source>
        <translation>Heng der det gamle hang:</translation>
    </message>
    <message>
        <source>Henger det et annet sted?</source>
        <translation>Heng det ein annan stad?</translation>
    </message>
    <message>
        <source>Hvor henger det?</source>
        <translation>Kvar heng det?</translation>
    </message>
    <message>
        <source>Hvor på stedet</source>
        <translation>Kvar på staden</translation>
    </message>
    <message>
        <source>Ikke skriv navn eller opplysninger om pasienter.</source>
        <translation>Ikkje skriv namn eller opplysningar om pasientar.</translation>
    </message>
    <message>
        <source>Lagre</source>
        <translation>Lagre</translation>
    </message>
    <message>
        <source>Skriv hvor det henger.</source>
        <translation>Skriv kvar det heng.</translation>
    </message>
    <message>
        <source>Sted</source>
        <translation>Stad</translation>
    </message>
    <message>
        <source>{where}, hengt {date}</source>
        <translation>{where}, hengt {date}</translation>
    </message>
</context>
<context>
    <name>Hanging</name>
    <message>
        <source>Notert. Vi sier fra når oppslaget må byttes.</source>
        <translation>Notert. Vi seier frå når oppslaget må bytast.</translation>
    </message>
    <message>
        <source>{n} oppslag</source>
        <translation>{n} oppslag</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Angre det siste du fjernet</source>
        <translation>Angre det siste du fjerna</translation>
    </message>
    <message>
        <source>Finn på siden</source>
        <translation>Finn på sida</translation>
    </message>
    <message>
        <source>Forklar ordene på siden</source>
        <translation>Forklar orda på sida</translation>
    </message>
    <message>
        <source>Fram igjen</source>
        <translation>Fram att</translation>
    </message>
    <message>
        <source>Gå til siden i menyen</source>
        <translation>Gå til sida i menyen</translation>
    </message>
    <message>
        <source>Gå til søkefeltet</source>
        <translation>Gå til søkjefeltet</translation>
    </message>
    <message>
        <source>Hjelp</source>
        <translation>Hjelp</translation>
    </message>
    <message>
        <source>Hurtigtaster</source>
        <translation>Snøggtastar</translation>
    </message>
    <message>
        <source>Hva den gjør</source>
        <translation>Kva han gjer</translation>
    </message>
    <message>
        <source>Innstillinger</source>
        <translation>Innstillingar</translation>
    </message>
    <message>
        <source>Legg stedet på utdelingsarket</source>
        <translation>Legg staden på utdelingsarket</translation>
    </message>
    <message>
        <source>Lukk, eller tøm søket</source>
        <translation>Lukk, eller tøm søket</translation>
    </message>
    <message>
        <source>Mindre tekst</source>
        <translation>Mindre tekst</translation>
    </message>
    <message>
        <source>Ordliste</source>
        <translation>Ordliste</translation>
    </message>
    <message>
        <source>Sett stjerne, eller fjern den</source>
        <translation>Set stjerne, eller fjern ho</translation>
    </message>
    <message>
        <source>Sist lest</source>
        <translation>Sist lese</translation>
    </message>
    <message>
        <source>Større tekst</source>
        <translation>Større tekst</translation>
    </message>
    <message>
        <source>Tast</source>
        <translation>Tast</translation>
    </message>
    <message>
        <source>Tekst i maskinens størrelse</source>
        <translation>Tekst i storleiken til maskina</translation>
    </message>
    <message>
        <source>Tilbake til det du så på</source>
        <translation>Tilbake til det du såg på</translation>
    </message>
    <message>
        <source>høyrepil</source>
        <translation>høgrepil</translation>
    </message>
    <message>
        <source>venstrepil</source>
        <translation>venstrepil</translation>
    </message>
    <message>
        <source>Åpne akuttkortet</source>
        <translation>Opne akuttkortet</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Bare på bokmål</source>
        <translation>Berre på bokmål</translation>
    </message>
    <message>
        <source>Emner</source>
        <translation>Emne</translation>
    </message>
    <message>
        <source>Hjelp</source>
        <translation>Hjelp</translation>
    </message>
    <message>
        <source>Ingen hjelp om det. Prøv et annet ord.</source>
        <translation>Inga hjelp om det. Prøv eit anna ord.</translation>
    </message>
    <message>
        <source>Kopier</source>
        <translation>Kopier</translation>
    </message>
    <message>
        <source>Kopiert.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Logg</source>
        <translation>Logg</translation>
    </message>
    <message>
        <source>Om Feltperm</source>
        <translation>Om Feltperm</translation>
    </message>
    <message>
        <source>Søk i hjelpen</source>
        <translation>Søk i hjelpa</translation>
    </message>
    <message>
        <source>Tilbake til emnene</source>
        <translation>Tilbake til emna</translation>
    </message>
</context>
<context>
    <name>Holdings</name>
    <message numerus="yes">
        <source>%n egne oppføringer</source>
        <translation>
            <numerusform>%n eiga oppføring</numerusform>
            <numerusform>%n eigne oppføringar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n favoritter</source>
        <translation>
            <numerusform>%n favoritt</numerusform>
            <numerusform>%n favorittar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notater</source>
        <translation>
            <numerusform>%n notat</numerusform>
            <numerusform>%n notat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n oppslag i loggen</source>
        <translation>
            <numerusform>%n oppslag i loggen</numerusform>
            <numerusform>%n oppslag i loggen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n samlinger</source>
        <translation>
            <numerusform>%n samling</numerusform>
            <numerusform>%n samlingar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steder</source>
        <translation>
            <numerusform>%n stad</numerusform>
            <numerusform>%n stader</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Adressen</source>
        <translation>Adressa</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Åpne</source>
        <translation>Opne</translation>
    </message>
    <message>
        <source>Åpne lenke</source>
        <translation>Opne lenkje</translation>
    </message>
    <message>
        <source>Åpne {host} utenfor Feltperm?</source>
        <translation>Opne {host} utanfor Feltperm?</translation>
    </message>
</context>
<context>
    <name>ListPrinter</name>
    <message>
        <source>tilbud</source>
        <translation>tilbod</translation>
    </message>
</context>
<context>
    <name>LogFoot</name>
    <message>
        <source>Kan ikke lagre her.</source>
        <translation>Kan ikkje lagre her.</translation>
    </message>
    <message>
        <source>Loggen er tømt her. Den kan ligge igjen i {names}.</source>
        <translation>Loggen er tømd her. Han kan liggje att i {names}.</translation>
    </message>
    <message>
        <source>Loggen er tømt, også i sikkerhetskopiene.</source>
        <translation>Loggen er tømd, også i tryggingskopiane.</translation>
    </message>
    <message>
        <source>Loggen ligger bare på denne maskinen, og i sikkerhetskopiene av permen.</source>
        <translation>Loggen ligg berre på denne maskina, og i tryggingskopiane av permen.</translation>
    </message>
    <message>
        <source>Spør hvor oppslag henger, og noter det</source>
        <translation>Spør kvar oppslag heng, og noter det</translation>
    </message>
    <message>
        <source>Tøm loggen …</source>
        <translation>Tøm loggen …</translation>
    </message>
</context>
<context>
    <name>LookGroup</name>
    <message>
        <source>Bevegelse</source>
        <translation>Rørsle</translation>
    </message>
    <message>
        <source>Farger</source>
        <translation>Fargar</translation>
    </message>
    <message>
        <source>Følg maskinen</source>
        <translation>Følg maskina</translation>
    </message>
    <message>
        <source>Høy kontrast</source>
        <translation>Høg kontrast</translation>
    </message>
    <message>
        <source>Lys</source>
        <translation>Lys</translation>
    </message>
    <message>
        <source>Mindre bevegelse: ingenting glir eller blinker</source>
        <translation>Mindre rørsle: ingenting glir eller blinkar</translation>
    </message>
    <message>
        <source>Mørk</source>
        <translation>Mørk</translation>
    </message>
    <message>
        <source>Tekststørrelse</source>
        <translation>Tekststorleik</translation>
    </message>
    <message>
        <source>Utseende</source>
        <translation>Utsjånad</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>«Følg maskinen» tar farger, kontrast og tekst fra systemet.</source>
        <translation>«Følg maskina» tek fargar, kontrast og tekst frå systemet.</translation>
    </message>
</context>
<context>
    <name>MarkdownView</name>
    <message>
        <source>(Teksten er for lang og er kuttet.)</source>
        <translation>(Teksten er for lang og er kutta.)</translation>
    </message>
    <message>
        <source>Tekst</source>
        <translation>Tekst</translation>
    </message>
</context>
<context>
    <name>MunicipalityPicker</name>
    <message>
        <source>Kommune</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Kommuner som passer</source>
        <translation>Kommunar som passar</translation>
    </message>
    <message>
        <source>Skriv navnet på kommunen</source>
        <translation>Skriv namnet på kommunen</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Avbryt</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Gi nytt navn</source>
        <translation>Gi nytt namn</translation>
    </message>
    <message>
        <source>Ikke skriv navn eller opplysninger om pasienter.</source>
        <translation>Ikkje skriv namn eller opplysningar om pasientar.</translation>
    </message>
    <message>
        <source>Lagre</source>
        <translation>Lagre</translation>
    </message>
    <message>
        <source>Navn på samlingen</source>
        <translation>Namn på samlinga</translation>
    </message>
    <message>
        <source>Ny samling</source>
        <translation>Ny samling</translation>
    </message>
    <message>
        <source>Samlingen må ha et navn.</source>
        <translation>Samlinga må ha eit namn.</translation>
    </message>
</context>
<context>
    <name>NoHits</name>
    <message>
        <source>Ingen treff</source>
        <translation>Ingen treff</translation>
    </message>
    <message>
        <source>Legg inn selv</source>
        <translation>Legg inn sjølv</translation>
    </message>
    <message>
        <source>Nullstill filtre</source>
        <translation>Nullstill filter</translation>
    </message>
    <message>
        <source>Se akuttkortet (F2)</source>
        <translation>Sjå akuttkortet (F2)</translation>
    </message>
    <message>
        <source>Telefoner i hele landet</source>
        <translation>Telefonar i heile landet</translation>
    </message>
</context>
<context>
    <name>NoteBlock</name>
    <message>
        <source>Bare på denne maskinen. Lagres av seg selv.</source>
        <translation>Berre på denne maskina. Blir lagra av seg sjølv.</translation>
    </message>
    <message>
        <source>Eget notat</source>
        <translation>Eige notat</translation>
    </message>
    <message>
        <source>Fjern notatet</source>
        <translation>Fjern notatet</translation>
    </message>
    <message>
        <source>Ikke skriv navn eller opplysninger om pasienter.</source>
        <translation>Ikkje skriv namn eller opplysningar om pasientar.</translation>
    </message>
    <message>
        <source>Skriv et eget notat</source>
        <translation>Skriv eit eige notat</translation>
    </message>
</context>
<context>
    <name>OfflineCard</name>
    <message>
        <source>Fra minnepinne …</source>
        <translation>Frå minnepinne …</translation>
    </message>
    <message>
        <source>Hent fra minnepinne, eller lag en til neste maskin. Avsenderen kan kontrolleres på neste maskin.</source>
        <translation>Hent frå minnepinne, eller lag ein til neste maskin. Avsendaren kan kontrollerast på neste maskin.</translation>
    </message>
    <message>
        <source>Lag minnepinne …</source>
        <translation>Lag minnepinne …</translation>
    </message>
    <message>
        <source>Uten nett</source>
        <translation>Utan nett</translation>
    </message>
</context>
<context>
    <name>Outlet</name>
    <message>
        <source>Ferdig. Du kan ta ut pinnen.</source>
        <translation>Ferdig. Du kan ta ut pinnen.</translation>
    </message>
    <message>
        <source>Ikke ennå</source>
        <translation>Ikkje enno</translation>
    </message>
    <message>
        <source>Ja, heng opp …</source>
        <translation>Ja, heng opp …</translation>
    </message>
    <message>
        <source>Kom arkene ut?</source>
        <translation>Kom arka ut?</translation>
    </message>
    <message>
        <source>Kom arket ut?</source>
        <translation>Kom arket ut?</translation>
    </message>
    <message>
        <source>Lagre PDF</source>
        <translation>Lagre PDF</translation>
    </message>
    <message>
        <source>Lagret {n} PDF-er i {name}</source>
        <translation>Lagra {n} PDF-ar i {name}</translation>
    </message>
    <message>
        <source>Lagret: {name}</source>
        <translation>Lagra: {name}</translation>
    </message>
    <message>
        <source>Nei</source>
        <translation>Nei</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Se etter papir og feil på skriveren. Prøv så igjen.</source>
        <translation>Sjå etter papir og feil på skrivaren. Prøv så igjen.</translation>
    </message>
    <message>
        <source>Sendt til {printer}.</source>
        <translation>Sendt til {printer}.</translation>
    </message>
    <message>
        <source>Skriv ut igjen</source>
        <translation>Skriv ut igjen</translation>
    </message>
    <message>
        <source>Skriver til pinnen …</source>
        <translation>Skriv til pinnen …</translation>
    </message>
    <message>
        <source>Velg mappe</source>
        <translation>Vel mappe</translation>
    </message>
    <message>
        <source>Velg minnepinne</source>
        <translation>Vel minnepinne</translation>
    </message>
    <message>
        <source>«{title}» ble ikke med.</source>
        <translation>«{title}» vart ikkje med.</translation>
    </message>
    <message>
        <source>Åpne mappen</source>
        <translation>Opne mappa</translation>
    </message>
</context>
<context>
    <name>OwnForm</name>
    <message>
        <source>Adresse</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Endre oppføring</source>
        <translation>Endre oppføring</translation>
    </message>
    <message>
        <source>Hva det er</source>
        <translation>Kva det er</translation>
    </message>
    <message>
        <source>Kommune</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>La den stå tom hvis det gjelder flere</source>
        <translation>Lat feltet stå tomt viss det gjeld fleire</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Ny oppføring</source>
        <translation>Ny oppføring</translation>
    </message>
    <message>
        <source>Oppføringen må ha et navn.</source>
        <translation>Oppføringa må ha eit namn.</translation>
    </message>
    <message>
        <source>Som «mandag–fredag kl. 9–15»</source>
        <translation>Som «måndag–fredag kl. 9–15»</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Til kolleger</source>
        <translation>Til kollegaer</translation>
    </message>
    <message>
        <source>Åpningstid</source>
        <translation>Opningstid</translation>
    </message>
</context>
<context>
    <name>OwnPosterForm</name>
    <message>
        <source>Blå</source>
        <translation>Blå</translation>
    </message>
    <message>
        <source>Blågrønn</source>
        <translation>Blågrøn</translation>
    </message>
    <message>
        <source>Brun</source>
        <translation>Brun</translation>
    </message>
    <message>
        <source>Endre egen plakat</source>
        <translation>Endre eigen plakat</translation>
    </message>
    <message>
        <source>Farge</source>
        <translation>Farge</translation>
    </message>
    <message>
        <source>Fiolett</source>
        <translation>Fiolett</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Grønn</source>
        <translation>Grøn</translation>
    </message>
    <message>
        <source>Linjer</source>
        <translation>Linjer</translation>
    </message>
    <message>
        <source>Ny egen plakat</source>
        <translation>Ny eigen plakat</translation>
    </message>
    <message>
        <source>Overskrift</source>
        <translation>Overskrift</translation>
    </message>
    <message>
        <source>Overskrift over stedet</source>
        <translation>Overskrift over staden</translation>
    </message>
    <message>
        <source>Plakaten gir råd om helse eller behandling</source>
        <translation>Plakaten gir råd om helse eller behandling</translation>
    </message>
    <message>
        <source>Plakaten må ha en overskrift og en linje.</source>
        <translation>Plakaten må ha ei overskrift og ei linje.</translation>
    </message>
    <message>
        <source>Rød</source>
        <translation>Raud</translation>
    </message>
    <message>
        <source>Under overskriften</source>
        <translation>Under overskrifta</translation>
    </message>
</context>
<context>
    <name>OwnPosterWriter</name>
    <message>
        <source>Del plakat</source>
        <translation>Del plakat</translation>
    </message>
    <message>
        <source>Delt plakat (*.json)</source>
        <translation>Delt plakat (*.json)</translation>
    </message>
    <message>
        <source>Hent inn PDF</source>
        <translation>Hent inn PDF</translation>
    </message>
    <message>
        <source>Hent plakat fra fil</source>
        <translation>Hent plakat frå fil</translation>
    </message>
    <message>
        <source>Hentet inn: {name}</source>
        <translation>Henta inn: {name}</translation>
    </message>
    <message>
        <source>Lagret: {name}</source>
        <translation>Lagra: {name}</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Plakater fra fila: {parts}.</source>
        <translation>Plakatar frå fila: {parts}.</translation>
    </message>
    <message>
        <source>{n} hadde du fra før</source>
        <translation>{n} hadde du frå før</translation>
    </message>
    <message>
        <source>{n} kunne ikke brukes</source>
        <translation>{n} kunne ikkje brukast</translation>
    </message>
    <message>
        <source>{n} nye</source>
        <translation>{n} nye</translation>
    </message>
</context>
<context>
    <name>OwnTab</name>
    <message>
        <source>De ligger bare på denne maskinen.</source>
        <translation>Dei ligg berre på denne maskina.</translation>
    </message>
    <message>
        <source>Del …</source>
        <translation>Del …</translation>
    </message>
    <message>
        <source>Det er ingen oppføringer ennå.</source>
        <translation>Det er ingen oppføringar enno.</translation>
    </message>
    <message>
        <source>Egen plakat</source>
        <translation>Eigen plakat</translation>
    </message>
    <message>
        <source>Egne oppføringer</source>
        <translation>Eigne oppføringar</translation>
    </message>
    <message>
        <source>Endre …</source>
        <translation>Endre …</translation>
    </message>
    <message>
        <source>Fjern</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Hent inn</source>
        <translation>Hent inn</translation>
    </message>
    <message>
        <source>Hent inn PDF …</source>
        <translation>Hent inn PDF …</translation>
    </message>
    <message>
        <source>Ny oppføring</source>
        <translation>Ny oppføring</translation>
    </message>
    <message>
        <source>Ny plakat …</source>
        <translation>Ny plakat …</translation>
    </message>
    <message>
        <source>Plakat fra en kollega …</source>
        <translation>Plakat frå ein kollega …</translation>
    </message>
    <message>
        <source>Plakat som PDF</source>
        <translation>Plakat som PDF</translation>
    </message>
    <message>
        <source>Skriv inn steder som bare dere vet om, så finner søket dem.</source>
        <translation>Skriv inn stader som berre de veit om, så finn søket dei.</translation>
    </message>
    <message>
        <source>Skriv ut …</source>
        <translation>Skriv ut …</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>Sider</source>
        <translation>Sider</translation>
    </message>
</context>
<context>
    <name>PictureBlock</name>
    <message>
        <source>Bildet kan ikke vises her.</source>
        <translation>Biletet kan ikkje visast her.</translation>
    </message>
</context>
<context>
    <name>PlaceGroup</name>
    <message numerus="yes">
        <source>%n til</source>
        <translation>
            <numerusform>%n til</numerusform>
            <numerusform>%n til</numerusform>
        </translation>
    </message>
    <message>
        <source>Alle kommuner</source>
        <translation>Alle kommunar</translation>
    </message>
    <message>
        <source>Bytt kommune …</source>
        <translation>Byt kommune …</translation>
    </message>
    <message>
        <source>Ikke ta med</source>
        <translation>Ikkje ta med</translation>
    </message>
    <message>
        <source>Ingen kommune ligger så nær.</source>
        <translation>Ingen kommune ligg så nær.</translation>
    </message>
    <message>
        <source>Innen {n} km</source>
        <translation>Innan {n} km</translation>
    </message>
    <message>
        <source>Kommune</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Nabokommuner</source>
        <translation>Nabokommunar</translation>
    </message>
    <message>
        <source>Regnet fra midten av kommunen: {names}.</source>
        <translation>Rekna frå midten av kommunen: {names}.</translation>
    </message>
    <message>
        <source>Språk i vinduet</source>
        <translation>Språk i vindauget</translation>
    </message>
    <message>
        <source>Språket gjelder vinduet. Plakater og ark har sitt eget språkvalg.</source>
        <translation>Språket gjeld vindauget. Plakatar og ark har sitt eige språkval.</translation>
    </message>
    <message>
        <source>Sted og språk</source>
        <translation>Stad og språk</translation>
    </message>
    <message>
        <source>Tilbud i nabokommunene kan stå etter kommunens egne.</source>
        <translation>Tilbod i nabokommunane kan stå etter dei i kommunen.</translation>
    </message>
    <message>
        <source>Velg en kommune først.</source>
        <translation>Vel ein kommune først.</translation>
    </message>
</context>
<context>
    <name>PosterOptions</name>
    <message>
        <source>Beskjed på arket (lagres ikke)</source>
        <translation>Beskjed på arket (blir ikkje lagra)</translation>
    </message>
    <message>
        <source>Farge</source>
        <translation>Farge</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Ikke skriv navn eller opplysninger om pasienter.</source>
        <translation>Ikkje skriv namn eller opplysningar om pasientar.</translation>
    </message>
    <message>
        <source>Kort</source>
        <translation>Kort</translation>
    </message>
    <message>
        <source>Nytt sted …</source>
        <translation>Ny stad …</translation>
    </message>
    <message>
        <source>Papir</source>
        <translation>Papir</translation>
    </message>
    <message>
        <source>Plakat</source>
        <translation>Plakat</translation>
    </message>
    <message>
        <source>Skilt</source>
        <translation>Skilt</translation>
    </message>
    <message>
        <source>Spar blekk</source>
        <translation>Spar blekk</translation>
    </message>
    <message>
        <source>Språk</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Sted</source>
        <translation>Stad</translation>
    </message>
    <message>
        <source>Tider fra</source>
        <translation>Tider frå</translation>
    </message>
    <message>
        <source>Ukeplan</source>
        <translation>Vekeplan</translation>
    </message>
    <message>
        <source>Uten sted</source>
        <translation>Utan stad</translation>
    </message>
    <message>
        <source>Vanlig uke</source>
        <translation>Vanleg veke</translation>
    </message>
    <message>
        <source>{språk} · kladd</source>
        <translation>{språk} · kladd</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Arket som tekst</source>
        <translation>Arket som tekst</translation>
    </message>
    <message>
        <source>Blekk: omtrent {n} % av arket.</source>
        <translation>Blekk: om lag {n} % av arket.</translation>
    </message>
    <message>
        <source>Forhåndsvisning</source>
        <translation>Førehandsvising</translation>
    </message>
    <message>
        <source>Side {k} av {n}</source>
        <translation>Side {k} av {n}</translation>
    </message>
    <message>
        <source>Som tekst</source>
        <translation>Som tekst</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Avbryt</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Fant ikke standardskriveren «{name}». {other} er valgt.</source>
        <translation>Fann ikkje standardskrivaren «{name}». {other} er vald.</translation>
    </message>
    <message>
        <source>Fant ingen skriver. Lagre PDF og skriv ut fra en annen maskin.</source>
        <translation>Fann ingen skrivar. Lagre PDF og skriv ut frå ei anna maskin.</translation>
    </message>
    <message>
        <source>Lagre PDF</source>
        <translation>Lagre PDF</translation>
    </message>
    <message>
        <source>Lagre på minnepinne</source>
        <translation>Lagre på minnepinne</translation>
    </message>
    <message>
        <source>Leter etter skrivere …</source>
        <translation>Leitar etter skrivarar …</translation>
    </message>
    <message>
        <source>Prøv igjen</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>Prøveside</source>
        <translation>Prøveside</translation>
    </message>
    <message>
        <source>Prøvesiden er sendt til {printer}.</source>
        <translation>Prøvesida er send til {printer}.</translation>
    </message>
    <message>
        <source>Send til skriver</source>
        <translation>Send til skrivar</translation>
    </message>
    <message>
        <source>Sender til {printer} …</source>
        <translation>Sender til {printer} …</translation>
    </message>
    <message>
        <source>Sender {k} av {n}: {title}</source>
        <translation>Sender {k} av {n}: {title}</translation>
    </message>
    <message>
        <source>Skriv ut</source>
        <translation>Skriv ut</translation>
    </message>
    <message>
        <source>Skriv ut likevel</source>
        <translation>Skriv ut likevel</translation>
    </message>
    <message>
        <source>Skriv ut prøveside</source>
        <translation>Skriv ut prøveside</translation>
    </message>
    <message>
        <source>Utskriften er avbrutt. Ingenting er sendt.</source>
        <translation>Utskrifta er avbroten. Ingenting er sendt.</translation>
    </message>
    <message>
        <source>{a2} av {n} ark {a}</source>
        <translation>{a2} av {n} ark {a}</translation>
    </message>
    <message>
        <source>{a}, delt på {n} ark</source>
        <translation>{a}, delt på {n} ark</translation>
    </message>
    <message>
        <source>{a}, midt på arket</source>
        <translation>{a}, midt på arket</translation>
    </message>
</context>
<context>
    <name>PrintGroup</name>
    <message>
        <source>Bruk maskinens</source>
        <translation>Bruk den maskina har valt</translation>
    </message>
    <message>
        <source>Den maskinen har valgt</source>
        <translation>Den maskina har valt</translation>
    </message>
    <message>
        <source>Du kan bytte skriver, papir og blekk i utskriftsvinduet for hvert ark.</source>
        <translation>Du kan byte skrivar, papir og blekk i utskriftsvindauget for kvart ark.</translation>
    </message>
    <message>
        <source>Fant ikke «{name}». Den maskinen har valgt, brukes så lenge.</source>
        <translation>Fann ikkje «{name}». Den maskina har valt, blir brukt så lenge.</translation>
    </message>
    <message>
        <source>Fant ingen skriver.</source>
        <translation>Fann ingen skrivar.</translation>
    </message>
    <message>
        <source>Leter etter skrivere …</source>
        <translation>Leitar etter skrivarar …</translation>
    </message>
    <message>
        <source>Standardskriver</source>
        <translation>Standardskrivar</translation>
    </message>
    <message>
        <source>Utskrift</source>
        <translation>Utskrift</translation>
    </message>
    <message>
        <source>Velg skriver …</source>
        <translation>Vel skrivar …</translation>
    </message>
</context>
<context>
    <name>PrintOptions</name>
    <message>
        <source>Antall</source>
        <translation>Tal på kopiar</translation>
    </message>
    <message>
        <source>Farge</source>
        <translation>Farge</translation>
    </message>
    <message>
        <source>Flere</source>
        <translation>Fleire</translation>
    </message>
    <message>
        <source>Færre</source>
        <translation>Færre</translation>
    </message>
    <message>
        <source>Noter hvor det henges opp</source>
        <translation>Noter kvar det blir hengt opp</translation>
    </message>
    <message>
        <source>Papir</source>
        <translation>Papir</translation>
    </message>
    <message>
        <source>Skriv på begge sider</source>
        <translation>Skriv på begge sider</translation>
    </message>
    <message>
        <source>Skriver</source>
        <translation>Skrivar</translation>
    </message>
    <message>
        <source>Spar blekk</source>
        <translation>Spar blekk</translation>
    </message>
</context>
<context>
    <name>PrivacyGroup</name>
    <message numerus="yes">
        <source>%n søk uten treff er tatt vare på.</source>
        <translation>
            <numerusform>%n søk utan treff er teke vare på.</numerusform>
            <numerusform>%n søk utan treff er teke vare på.</numerusform>
        </translation>
    </message>
    <message>
        <source>Flere bruker denne påloggingen. Spør hvem sin perm det er</source>
        <translation>Fleire bruker denne pålogginga. Spør kven sin perm det er</translation>
    </message>
    <message>
        <source>Glem søkene</source>
        <translation>Gløym søka</translation>
    </message>
    <message>
        <source>I permen</source>
        <translation>I permen</translation>
    </message>
    <message>
        <source>Ingenting ennå.</source>
        <translation>Ingenting enno.</translation>
    </message>
    <message>
        <source>Lagre søkene</source>
        <translation>Lagre søka</translation>
    </message>
    <message>
        <source>Lagre søkene …</source>
        <translation>Lagre søka …</translation>
    </message>
    <message>
        <source>Permen er tom.</source>
        <translation>Permen er tom.</translation>
    </message>
    <message>
        <source>Permen er tom. Dette kunne ikke slettes: {names}.</source>
        <translation>Permen er tom. Dette kunne ikkje slettast: {names}.</translation>
    </message>
    <message>
        <source>Permen ligger bare på denne maskinen. Programmet sender ingenting om deg til noen.</source>
        <translation>Permen ligg berre på denne maskina. Programmet sender ingenting om deg til nokon.</translation>
    </message>
    <message>
        <source>Personvern</source>
        <translation>Personvern</translation>
    </message>
    <message>
        <source>Sikkerhetskopier</source>
        <translation>Tryggingskopiar</translation>
    </message>
    <message>
        <source>Slett alt i permen …</source>
        <translation>Slett alt i permen …</translation>
    </message>
    <message>
        <source>Søkene er glemt.</source>
        <translation>Søka er gløymde.</translation>
    </message>
    <message>
        <source>Søkene er lagret.</source>
        <translation>Søka er lagra.</translation>
    </message>
    <message>
        <source>Ta vare på søk uten treff, så innholdet kan bli bedre</source>
        <translation>Ta vare på søk utan treff, så innhaldet kan bli betre</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Avbryt</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Bare på wifi</source>
        <translation>Berre på wifi</translation>
    </message>
    <message>
        <source>Fortsett</source>
        <translation>Hald fram</translation>
    </message>
    <message>
        <source>Fra minnepinne …</source>
        <translation>Frå minnepinne …</translation>
    </message>
    <message>
        <source>Hent</source>
        <translation>Hent</translation>
    </message>
    <message>
        <source>Hent {size}</source>
        <translation>Hent {size}</translation>
    </message>
    <message>
        <source>Henter ikke av seg selv på mobilnett. Kabel går også, og du kan alltid hente.</source>
        <translation>Hentar ikkje av seg sjølv på mobilnett. Kabel går òg, og du kan alltid hente.</translation>
    </message>
    <message>
        <source>Ikke nå</source>
        <translation>Ikkje no</translation>
    </message>
    <message>
        <source>Kopier</source>
        <translation>Kopier</translation>
    </message>
    <message>
        <source>Legg til kilde …</source>
        <translation>Legg til kjelde …</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Prøv igjen</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>Ta i bruk</source>
        <translation>Ta i bruk</translation>
    </message>
    <message>
        <source>Vis detaljer</source>
        <translation>Vis detaljar</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Hjelp</source>
        <translation>Hjelp</translation>
    </message>
    <message>
        <source>Innstillinger</source>
        <translation>Innstillingar</translation>
    </message>
    <message>
        <source>Krise</source>
        <translation>Krise</translation>
    </message>
    <message>
        <source>Min perm</source>
        <translation>Permen min</translation>
    </message>
    <message>
        <source>Oppdatering</source>
        <translation>Oppdatering</translation>
    </message>
    <message>
        <source>Plakater</source>
        <translation>Plakatar</translation>
    </message>
    <message>
        <source>Søk</source>
        <translation>Søk</translation>
    </message>
    <message>
        <source>Tjenester</source>
        <translation>Tenester</translation>
    </message>
    <message>
        <source>Varsler</source>
        <translation>Varsel</translation>
    </message>
    <message>
        <source>Veiledning</source>
        <translation>Rettleiing</translation>
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
        <translation>Du har spurt staden i dag, og alt på sida er rett</translation>
    </message>
    <message>
        <source>Endre …</source>
        <translation>Endre …</translation>
    </message>
    <message>
        <source>Kontakten er kopiert.</source>
        <translation>Kontakten er kopiert.</translation>
    </message>
    <message>
        <source>Kopier kontakt</source>
        <translation>Kopier kontakt</translation>
    </message>
    <message>
        <source>Kopier som kontakt (vCard)</source>
        <translation>Kopier som kontakt (vCard)</translation>
    </message>
    <message>
        <source>Legg på utdelingsark</source>
        <translation>Legg på utdelingsark</translation>
    </message>
    <message>
        <source>Legg på utdelingsark (Ctrl+L)</source>
        <translation>Legg på utdelingsark (Ctrl+L)</translation>
    </message>
    <message>
        <source>Meld at alt stemmer</source>
        <translation>Meld at alt stemmer</translation>
    </message>
    <message>
        <source>Meld feil</source>
        <translation>Meld feil</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Avbryt</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Hent kopien</source>
        <translation>Hent kopien</translation>
    </message>
    <message>
        <source>Hent tilbake en sikkerhetskopi</source>
        <translation>Hent tilbake ein tryggingskopi</translation>
    </message>
    <message>
        <source>Permen blir som den var den dagen. Det som ligger her nå, blir tatt vare på.</source>
        <translation>Permen blir som han var den dagen. Det som ligg her no, blir teke vare på.</translation>
    </message>
    <message>
        <source>Sikkerhetskopier</source>
        <translation>Tryggingskopiar</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Treff</source>
        <translation>Treff</translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>Hentes …</source>
        <translation>Blir henta …</translation>
    </message>
    <message>
        <source>favoritt</source>
        <translation>favoritt</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Søk etter hjelp</source>
        <translation>Søk etter hjelp</translation>
    </message>
    <message>
        <source>Tøm søket (Esc)</source>
        <translation>Tøm søket (Esc)</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message numerus="yes">
        <source>%n oppføringer</source>
        <translation>
            <numerusform>%n oppføring</numerusform>
            <numerusform>%n oppføringar</numerusform>
        </translation>
    </message>
    <message>
        <source>Oppføringen er ikke her lenger.</source>
        <translation>Oppføringa er ikkje her lenger.</translation>
    </message>
    <message>
        <source>Skriv ut liste …</source>
        <translation>Skriv ut liste …</translation>
    </message>
    <message>
        <source>Tilbake til trefflista</source>
        <translation>Tilbake til trefflista</translation>
    </message>
    <message>
        <source>Velg et treff for å lese det her.</source>
        <translation>Vel eit treff for å lese det her.</translation>
    </message>
    <message>
        <source>Åpne sjekklista for kriser</source>
        <translation>Opne sjekklista for kriser</translation>
    </message>
</context>
<context>
    <name>SenderCard</name>
    <message>
        <source>Adressen er ukryptert. Innholdet kontrolleres likevel.</source>
        <translation>Adressa er ukryptert. Innhaldet blir kontrollert likevel.</translation>
    </message>
    <message>
        <source>Be {avsender} lese opp koden, på telefon eller på papir. Er den lik?</source>
        <translation>Be {avsender} lese opp koden, på telefon eller på papir. Er han lik?</translation>
    </message>
    <message>
        <source>Kan fornye det nasjonale innholdet</source>
        <translation>Kan fornye det nasjonale innhaldet</translation>
    </message>
    <message>
        <source>Kilden er lagt til fra før.</source>
        <translation>Kjelda er lagd til frå før.</translation>
    </message>
    <message>
        <source>Sjekk avsenderen</source>
        <translation>Sjekk avsendaren</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Det du velger, gjelder med en gang.</source>
        <translation>Det du vel, gjeld med ein gong.</translation>
    </message>
    <message>
        <source>Innstillinger</source>
        <translation>Innstillingar</translation>
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
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Beskjed på plakaten</source>
        <translation>Beskjed på plakaten</translation>
    </message>
    <message>
        <source>Beskriv logoen for de som ikke ser den</source>
        <translation>Skildre logoen for dei som ikkje ser han</translation>
    </message>
    <message>
        <source>Beskriv logoen for de som ikke ser den.</source>
        <translation>Skildre logoen for dei som ikkje ser han.</translation>
    </message>
    <message>
        <source>Endre sted</source>
        <translation>Endre stad</translation>
    </message>
    <message>
        <source>Fjern logo</source>
        <translation>Fjern logo</translation>
    </message>
    <message>
        <source>Følg en oppføring</source>
        <translation>Følg ei oppføring</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Nytt sted</source>
        <translation>Ny stad</translation>
    </message>
    <message>
        <source>Oppføringen tiden følger</source>
        <translation>Oppføringa tida følgjer</translation>
    </message>
    <message>
        <source>Skriv navnet på tilbudet</source>
        <translation>Skriv namnet på tilbodet</translation>
    </message>
    <message>
        <source>Standardsted</source>
        <translation>Standardstad</translation>
    </message>
    <message>
        <source>Stedet må ha et navn.</source>
        <translation>Staden må ha eit namn.</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Velg logo …</source>
        <translation>Vel logo …</translation>
    </message>
    <message>
        <source>Velg oppføringen fra lista.</source>
        <translation>Vel oppføringa frå lista.</translation>
    </message>
    <message>
        <source>Åpningstid</source>
        <translation>Opningstid</translation>
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
        <translation>Vel logo</translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Adresse, kildefil eller mappe</source>
        <translation>Adresse, kjeldefil eller mappe</translation>
    </message>
    <message>
        <source>Alle filer (*)</source>
        <translation>Alle filer (*)</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Ja, den er lik</source>
        <translation>Ja, han er lik</translation>
    </message>
    <message>
        <source>Kildefiler (*.json)</source>
        <translation>Kjeldefiler (*.json)</translation>
    </message>
    <message>
        <source>Legg til kilde</source>
        <translation>Legg til kjelde</translation>
    </message>
    <message>
        <source>Lim inn adressen, velg en kildefil eller en mappe.</source>
        <translation>Lim inn adressa, vel ei kjeldefil eller ei mappe.</translation>
    </message>
    <message>
        <source>Lukk</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Nei, avbryt</source>
        <translation>Nei, avbryt</translation>
    </message>
    <message>
        <source>Neste</source>
        <translation>Neste</translation>
    </message>
    <message>
        <source>Ser etter avsenderen …</source>
        <translation>Ser etter avsendaren …</translation>
    </message>
    <message>
        <source>Skriv hvor kilden er.</source>
        <translation>Skriv kvar kjelda er.</translation>
    </message>
    <message>
        <source>Velg kildefil</source>
        <translation>Vel kjeldefil</translation>
    </message>
    <message>
        <source>Velg kildefil …</source>
        <translation>Vel kjeldefil …</translation>
    </message>
    <message>
        <source>Velg mappe</source>
        <translation>Vel mappe</translation>
    </message>
    <message>
        <source>Velg mappe …</source>
        <translation>Vel mappe …</translation>
    </message>
    <message>
        <source>{navn} er lagt til.</source>
        <translation>{navn} er lagd til.</translation>
    </message>
    <message>
        <source>{navn} er lagt til. Henter {kB}.</source>
        <translation>{navn} er lagd til. Hentar {kB}.</translation>
    </message>
</context>
<context>
    <name>SourcesCard</name>
    <message>
        <source>Bare fra minnepinne</source>
        <translation>Berre frå minnepinne</translation>
    </message>
    <message>
        <source>Fjern</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Fjern {name}</source>
        <translation>Fjern {name}</translation>
    </message>
    <message>
        <source>Kilder</source>
        <translation>Kjelder</translation>
    </message>
    <message>
        <source>Kode: {code}</source>
        <translation>Kode: {code}</translation>
    </message>
    <message>
        <source>Legg til kilde …</source>
        <translation>Legg til kjelde …</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n oppføringer</source>
        <translation>
            <numerusform>%n oppføring</numerusform>
            <numerusform>%n oppføringar</numerusform>
        </translation>
    </message>
    <message>
        <source>Alt innhold ligger på denne maskinen.</source>
        <translation>Alt innhald ligg på denne maskina.</translation>
    </message>
</context>
<context>
    <name>StickDialog</name>
    <message>
        <source>Det var ikke noe nyere å hente.</source>
        <translation>Det var ikkje noko nyare å hente.</translation>
    </message>
    <message>
        <source>Egne notater blir aldri med.</source>
        <translation>Eigne notat blir aldri med.</translation>
    </message>
    <message>
        <source>Ferdig. Du kan ta ut pinnen.</source>
        <translation>Ferdig. Du kan ta ut pinnen.</translation>
    </message>
    <message>
        <source>Hent fra pinnen</source>
        <translation>Hent frå pinnen</translation>
    </message>
    <message>
        <source>Hent samlinger og steder</source>
        <translation>Hent samlingar og stader</translation>
    </message>
    <message>
        <source>Henter fra pinnen …</source>
        <translation>Hentar frå pinnen …</translation>
    </message>
    <message>
        <source>Henter samlinger og steder …</source>
        <translation>Hentar samlingar og stader …</translation>
    </message>
    <message>
        <source>Hentet {parts}.</source>
        <translation>Henta {parts}.</translation>
    </message>
    <message>
        <source>Ingen pinne er valgt.</source>
        <translation>Ingen pinne er vald.</translation>
    </message>
    <message>
        <source>Legg over på pinnen</source>
        <translation>Legg over på pinnen</translation>
    </message>
    <message>
        <source>Legger over på pinnen …</source>
        <translation>Legg over på pinnen …</translation>
    </message>
    <message>
        <source>Lukk</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Minnepinne</source>
        <translation>Minnepinne</translation>
    </message>
    <message>
        <source>Prøv igjen</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>Se avsender</source>
        <translation>Sjå avsendar</translation>
    </message>
    <message>
        <source>Ser på pinnen …</source>
        <translation>Ser på pinnen …</translation>
    </message>
    <message>
        <source>Sett inn pinnen, og velg den.</source>
        <translation>Set inn pinnen, og vel han.</translation>
    </message>
    <message>
        <source>Stopp</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stoppet. Det som er gjort, er tatt vare på.</source>
        <translation>Stoppa. Det som er gjort, er teke vare på.</translation>
    </message>
    <message>
        <source>Ta med samlinger og steder</source>
        <translation>Ta med samlingar og stader</translation>
    </message>
    <message>
        <source>Velg pinne eller mappe</source>
        <translation>Vel pinne eller mappe</translation>
    </message>
    <message>
        <source>Velg pinne …</source>
        <translation>Vel pinne …</translation>
    </message>
    <message>
        <source>{n} egen oppføring</source>
        <translation>{n} eiga oppføring</translation>
    </message>
    <message>
        <source>{n} egne oppføringer</source>
        <translation>{n} eigne oppføringar</translation>
    </message>
    <message>
        <source>{n} favoritt</source>
        <translation>{n} favoritt</translation>
    </message>
    <message>
        <source>{n} favoritter</source>
        <translation>{n} favorittar</translation>
    </message>
    <message>
        <source>{n} samling</source>
        <translation>{n} samling</translation>
    </message>
    <message>
        <source>{n} samlinger</source>
        <translation>{n} samlingar</translation>
    </message>
    <message>
        <source>{n} sted</source>
        <translation>{n} stad</translation>
    </message>
    <message>
        <source>{n} steder</source>
        <translation>{n} stader</translation>
    </message>
</context>
<context>
    <name>StillOpen</name>
    <message>
        <source>Feltperm er åpent, men svarer ikke.</source>
        <translation>Feltperm er ope, men svarar ikkje.</translation>
    </message>
    <message>
        <source>Lukk</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Permen er trygg, og ingenting er endret.</source>
        <translation>Permen er trygg, og ingenting er endra.</translation>
    </message>
    <message>
        <source>Vent, så kommer vinduet fram når det svarer. Haster det, åpne ett til.</source>
        <translation>Vent, så kjem vindauget fram når det svarar. Hastar det, opne eitt til.</translation>
    </message>
    <message>
        <source>Åpne et vindu til</source>
        <translation>Opne eit vindauge til</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Kopier</source>
        <translation>Kopier</translation>
    </message>
    <message>
        <source>Lukk</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Vis detaljer</source>
        <translation>Vis detaljar</translation>
    </message>
</context>
<context>
    <name>StudioPage</name>
    <message>
        <source>Egen</source>
        <translation>Eigen</translation>
    </message>
    <message>
        <source>Lag egen plakat …</source>
        <translation>Lag eigen plakat …</translation>
    </message>
    <message>
        <source>Lagre PDF …</source>
        <translation>Lagre PDF …</translation>
    </message>
    <message>
        <source>Plakaten finnes ikke i innholdet.</source>
        <translation>Plakaten finst ikkje i innhaldet.</translation>
    </message>
    <message>
        <source>Plakater</source>
        <translation>Plakatar</translation>
    </message>
    <message>
        <source>Skriv ut hele settet for {sted} …</source>
        <translation>Skriv ut heile settet for {sted} …</translation>
    </message>
    <message>
        <source>Skriv ut hele settet …</source>
        <translation>Skriv ut heile settet …</translation>
    </message>
    <message>
        <source>Skriv ut {n} plakater …</source>
        <translation>Skriv ut {n} plakatar …</translation>
    </message>
    <message>
        <source>Skriv ut …</source>
        <translation>Skriv ut …</translation>
    </message>
    <message>
        <source>Velg {større}</source>
        <translation>Vel {større}</translation>
    </message>
    <message>
        <source>Vis plakaten</source>
        <translation>Vis plakaten</translation>
    </message>
    <message>
        <source>bokmål</source>
        <translation>bokmål</translation>
    </message>
    <message>
        <source>plakater</source>
        <translation>plakatar</translation>
    </message>
    <message>
        <source>{n} språk</source>
        <translation>{n} språk</translation>
    </message>
</context>
<context>
    <name>SupportGroup</name>
    <message>
        <source>Avansert</source>
        <translation>Avansert</translation>
    </message>
    <message>
        <source>Feilsøk …</source>
        <translation>Feilsøk …</translation>
    </message>
    <message>
        <source>Mappe på denne maskinen</source>
        <translation>Mappe på denne maskina</translation>
    </message>
    <message>
        <source>Åpne mappa</source>
        <translation>Opne mappa</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Akutt 113  F2</source>
        <translation>Akutt 113  F2</translation>
    </message>
    <message>
        <source>Akutt 113  ·  Overdose: hva gjør jeg?  F2</source>
        <translation>Akutt 113  ·  Overdose: kva gjer eg?  F2</translation>
    </message>
    <message>
        <source>Åpne akuttkortet (F2). Maskinen ringer ikke.</source>
        <translation>Opne akuttkortet (F2). Maskina ringjer ikkje.</translation>
    </message>
</context>
<context>
    <name>TrayBar</name>
    <message>
        <source>Tøm</source>
        <translation>Tøm</translation>
    </message>
    <message>
        <source>Utdelingsark: 1 sted</source>
        <translation>Utdelingsark: 1 stad</translation>
    </message>
    <message>
        <source>Utdelingsark: {n} steder</source>
        <translation>Utdelingsark: {n} stader</translation>
    </message>
    <message>
        <source>Vis</source>
        <translation>Vis</translation>
    </message>
</context>
<context>
    <name>TrayList</name>
    <message>
        <source>Fjern</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Flytt ned</source>
        <translation>Flytt ned</translation>
    </message>
    <message>
        <source>Flytt opp</source>
        <translation>Flytt opp</translation>
    </message>
    <message>
        <source>Steder på arket</source>
        <translation>Stader på arket</translation>
    </message>
    <message>
        <source>Søk</source>
        <translation>Søk</translation>
    </message>
    <message>
        <source>Ta med likevel</source>
        <translation>Ta med likevel</translation>
    </message>
    <message>
        <source>Trykk Ctrl+L på et tilbud, så legges det på arket.</source>
        <translation>Trykk Ctrl+L på eit tilbod, så blir det lagt på arket.</translation>
    </message>
</context>
<context>
    <name>TrayOptions</name>
    <message>
        <source>Beskjed på arket (lagres ikke)</source>
        <translation>Beskjed på arket (blir ikkje lagra)</translation>
    </message>
    <message>
        <source>Det som ligger her</source>
        <translation>Det som ligg her</translation>
    </message>
    <message>
        <source>Farge</source>
        <translation>Farge</translation>
    </message>
    <message>
        <source>Ikke skriv navn eller opplysninger om pasienter.</source>
        <translation>Ikkje skriv namn eller opplysningar om pasientar.</translation>
    </message>
    <message>
        <source>Kveld</source>
        <translation>Kveld</translation>
    </message>
    <message>
        <source>Lommeark for vakta</source>
        <translation>Lommeark for vakta</translation>
    </message>
    <message>
        <source>Spar blekk</source>
        <translation>Spar blekk</translation>
    </message>
    <message>
        <source>Språk</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Sted</source>
        <translation>Stad</translation>
    </message>
    <message>
        <source>Steder</source>
        <translation>Stader</translation>
    </message>
    <message>
        <source>Stor skrift</source>
        <translation>Stor skrift</translation>
    </message>
    <message>
        <source>Utdelingsark</source>
        <translation>Utdelingsark</translation>
    </message>
    <message>
        <source>Uten sted</source>
        <translation>Utan stad</translation>
    </message>
    <message>
        <source>{språk} · kladd</source>
        <translation>{språk} · kladd</translation>
    </message>
</context>
<context>
    <name>TrayPage</name>
    <message>
        <source>Ark {n}</source>
        <translation>Ark {n}</translation>
    </message>
    <message>
        <source>Arket er fullt. Ta bort et sted, eller gjør beskjeden kortere.</source>
        <translation>Arket er fullt. Ta bort ein stad, eller gjer beskjeden kortare.</translation>
    </message>
    <message>
        <source>Arket er ikke klart.</source>
        <translation>Arket er ikkje klart.</translation>
    </message>
    <message>
        <source>Lagre PDF …</source>
        <translation>Lagre PDF …</translation>
    </message>
    <message>
        <source>Skriv ut …</source>
        <translation>Skriv ut …</translation>
    </message>
    <message>
        <source>Utdelingsark</source>
        <translation>Utdelingsark</translation>
    </message>
    <message>
        <source>Vis arket</source>
        <translation>Vis arket</translation>
    </message>
    <message>
        <source>lommeark</source>
        <translation>lommeark</translation>
    </message>
    <message>
        <source>utdelingsark</source>
        <translation>utdelingsark</translation>
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
        <translation>Angre</translation>
    </message>
    <message>
        <source>Angre (Ctrl+Z)</source>
        <translation>Angre (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Fjernet.</source>
        <translation>Fjerna.</translation>
    </message>
    <message>
        <source>{said} Angre (Ctrl+Z)</source>
        <translation>{said} Angre (Ctrl+Z)</translation>
    </message>
</context>
<context>
    <name>UpdateOffers</name>
    <message>
        <source>Det er nytt innhold på {size}. Nettet teller data.</source>
        <translation>Det er nytt innhald på {size}. Nettet tel data.</translation>
    </message>
    <message>
        <source>Fortsett</source>
        <translation>Hald fram</translation>
    </message>
    <message>
        <source>Hent fra pinnen</source>
        <translation>Hent frå pinnen</translation>
    </message>
    <message>
        <source>Hent likevel</source>
        <translation>Hent likevel</translation>
    </message>
    <message>
        <source>Ikke nå</source>
        <translation>Ikkje no</translation>
    </message>
    <message>
        <source>Innholdet er {n} måneder gammelt. Ring for å bekrefte tider og telefon.</source>
        <translation>Innhaldet er {n} månader gammalt. Ring for å stadfeste tider og telefon.</translation>
    </message>
    <message>
        <source>Legg over på pinnen</source>
        <translation>Legg over på pinnen</translation>
    </message>
    <message>
        <source>Minnepinnen har innhold til Feltperm.</source>
        <translation>Minnepinnen har innhald til Feltperm.</translation>
    </message>
    <message>
        <source>Nytt innhold er i bruk. {n} endring gjelder dere.</source>
        <translation>Nytt innhald er i bruk. {n} endring gjeld dykk.</translation>
    </message>
    <message>
        <source>Nytt innhold er i bruk. {n} endringer gjelder dere.</source>
        <translation>Nytt innhald er i bruk. {n} endringar gjeld dykk.</translation>
    </message>
    <message>
        <source>Nytt innhold er i bruk. {walls}.</source>
        <translation>Nytt innhald er i bruk. {walls}.</translation>
    </message>
    <message>
        <source>Nytt innhold er i bruk: {counted}.</source>
        <translation>Nytt innhald er i bruk: {counted}.</translation>
    </message>
    <message>
        <source>Oppdater</source>
        <translation>Oppdater</translation>
    </message>
    <message>
        <source>Se hva som er nytt</source>
        <translation>Sjå kva som er nytt</translation>
    </message>
    <message>
        <source>Se oppslagene</source>
        <translation>Sjå oppslaga</translation>
    </message>
    <message>
        <source>Se på pinnen …</source>
        <translation>Sjå på pinnen …</translation>
    </message>
</context>
<context>
    <name>UpdatePage</name>
    <message>
        <source>Dette blir nytt</source>
        <translation>Dette blir nytt</translation>
    </message>
    <message>
        <source>Nytt siden sist</source>
        <translation>Nytt sidan sist</translation>
    </message>
</context>
<context>
    <name>UpdateWords</name>
    <message>
        <source>Det er nytt innhold</source>
        <translation>Det er nytt innhald</translation>
    </message>
    <message>
        <source>Fikk ikke sett etter nytt innhold</source>
        <translation>Fekk ikkje sett etter nytt innhald</translation>
    </message>
    <message>
        <source>Henter {what}</source>
        <translation>Hentar {what}</translation>
    </message>
    <message>
        <source>Hentet og kontrollert. Under ser du hva som blir endret.</source>
        <translation>Henta og kontrollert. Under ser du kva som blir endra.</translation>
    </message>
    <message>
        <source>Hentet {size} denne måneden.</source>
        <translation>Henta {size} denne månaden.</translation>
    </message>
    <message>
        <source>I dag</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>I går</source>
        <translation>I går</translation>
    </message>
    <message>
        <source>Ikke hentet ferdig: {what}</source>
        <translation>Ikkje henta ferdig: {what}</translation>
    </message>
    <message>
        <source>Ikke sjekket ennå.</source>
        <translation>Ikkje sjekka enno.</translation>
    </message>
    <message>
        <source>Ingen kilde er lagt til</source>
        <translation>Inga kjelde er lagd til</translation>
    </message>
    <message>
        <source>Innholdet er oppdatert</source>
        <translation>Innhaldet er oppdatert</translation>
    </message>
    <message>
        <source>Innholdet fulgte med programmet. Legg til en kilde, eller hent fra minnepinne.</source>
        <translation>Innhaldet følgde med programmet. Legg til ei kjelde, eller hent frå minnepinne.</translation>
    </message>
    <message>
        <source>Innholdet oppdateres av seg selv</source>
        <translation>Innhaldet blir oppdatert av seg sjølv</translation>
    </message>
    <message>
        <source>Klart til bruk: {what}</source>
        <translation>Klart til bruk: {what}</translation>
    </message>
    <message>
        <source>Satt på pause: {what}</source>
        <translation>Sett på pause: {what}</translation>
    </message>
    <message>
        <source>Ser etter nytt innhold …</source>
        <translation>Ser etter nytt innhald …</translation>
    </message>
    <message>
        <source>Ser hva som er i bruk …</source>
        <translation>Ser kva som er i bruk …</translation>
    </message>
    <message>
        <source>Sist sjekket {when}.</source>
        <translation>Sist sjekka {when}.</translation>
    </message>
    <message>
        <source>Tar i bruk nytt innhold …</source>
        <translation>Tek i bruk nytt innhald …</translation>
    </message>
    <message>
        <source>i dag</source>
        <translation>i dag</translation>
    </message>
    <message>
        <source>i går</source>
        <translation>i går</translation>
    </message>
    <message>
        <source>nasjonalt innhold</source>
        <translation>nasjonalt innhald</translation>
    </message>
    <message>
        <source>nytt innhold</source>
        <translation>nytt innhald</translation>
    </message>
    <message>
        <source>{came}. Fortsetter der den slapp om nettet faller ut.</source>
        <translation>{came}. Held fram der det stoppa om nettet fell ut.</translation>
    </message>
    <message>
        <source>{day} kl. {clock}</source>
        <translation>{day} kl. {clock}</translation>
    </message>
    <message>
        <source>{here} av {there}</source>
        <translation>{here} av {there}</translation>
    </message>
    <message>
        <source>{here} av {there} (alt på nytt: {whole})</source>
        <translation>{here} av {there} (alt på nytt: {whole})</translation>
    </message>
    <message>
        <source>{n} dager</source>
        <translation>{n} dagar</translation>
    </message>
    <message>
        <source>{n} måneder</source>
        <translation>{n} månader</translation>
    </message>
    <message>
        <source>{n} år</source>
        <translation>{n} år</translation>
    </message>
</context>
<context>
    <name>WallGroup</name>
    <message>
        <source>Vis {n} til</source>
        <translation>Vis {n} til</translation>
    </message>
</context>
<context>
    <name>WallTab</name>
    <message numerus="yes">
        <source>%n oppslag viser vanlige åpningstider.</source>
        <translation>
            <numerusform>%n oppslag viser vanlege opningstider.</numerusform>
            <numerusform>%n oppslag viser vanlege opningstider.</numerusform>
        </translation>
    </message>
    <message>
        <source>Heng videre</source>
        <translation>Lat henge</translation>
    </message>
    <message>
        <source>Henger</source>
        <translation>Heng</translation>
    </message>
    <message>
        <source>Henger videre</source>
        <translation>Heng vidare</translation>
    </message>
    <message>
        <source>Henger videre.</source>
        <translation>Heng vidare.</translation>
    </message>
    <message>
        <source>Hengt {date}</source>
        <translation>Hengt {date}</translation>
    </message>
    <message>
        <source>Hvorfor</source>
        <translation>Kvifor</translation>
    </message>
    <message>
        <source>I orden</source>
        <translation>I orden</translation>
    </message>
    <message>
        <source>I orden ({n})</source>
        <translation>I orden ({n})</translation>
    </message>
    <message>
        <source>Ja, heng opp …</source>
        <translation>Ja, heng opp …</translation>
    </message>
    <message>
        <source>Kom arket ut? ({n})</source>
        <translation>Kom arket ut? ({n})</translation>
    </message>
    <message>
        <source>Må byttes ({n})</source>
        <translation>Må bytast ({n})</translation>
    </message>
    <message>
        <source>Må tas ned ({n})</source>
        <translation>Må takast ned ({n})</translation>
    </message>
    <message>
        <source>Nei</source>
        <translation>Nei</translation>
    </message>
    <message>
        <source>Når du noterer hvor en plakat henger, sier vi fra når den må byttes.</source>
        <translation>Når du noterer kvar ein plakat heng, seier vi frå når han må bytast.</translation>
    </message>
    <message>
        <source>Plakat</source>
        <translation>Plakat</translation>
    </message>
    <message>
        <source>Plakater</source>
        <translation>Plakatar</translation>
    </message>
    <message>
        <source>Sendt til skriver</source>
        <translation>Sendt til skrivar</translation>
    </message>
    <message>
        <source>Sendt til {printer}</source>
        <translation>Sendt til {printer}</translation>
    </message>
    <message>
        <source>Skriv ut alle som må byttes</source>
        <translation>Skriv ut alle som må bytast</translation>
    </message>
    <message>
        <source>Skriv ut juleoppslag</source>
        <translation>Skriv ut juleoppslag</translation>
    </message>
    <message>
        <source>Skriv ut ny</source>
        <translation>Skriv ut ny</translation>
    </message>
    <message>
        <source>Skriv ut påskeoppslag</source>
        <translation>Skriv ut påskeoppslag</translation>
    </message>
    <message>
        <source>Som i innholdet fra {date}</source>
        <translation>Som i innhaldet frå {date}</translation>
    </message>
    <message>
        <source>Tatt ned</source>
        <translation>Teken ned</translation>
    </message>
    <message>
        <source>og {n} til</source>
        <translation>og {n} til</translation>
    </message>
    <message>
        <source>oppslag</source>
        <translation>oppslag</translation>
    </message>
</context>
<context>
    <name>WallWatch</name>
    <message>
        <source>Se oppslagene</source>
        <translation>Sjå oppslaga</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Du har ikke lest noe ennå.</source>
        <translation>Du har ikkje lese noko enno.</translation>
    </message>
    <message>
        <source>Fram (Alt+Høyre)</source>
        <translation>Fram (Alt+Høgre)</translation>
    </message>
    <message>
        <source>Sist lest</source>
        <translation>Sist lese</translation>
    </message>
    <message>
        <source>Sist lest (Ctrl+H)</source>
        <translation>Sist lese (Ctrl+H)</translation>
    </message>
    <message>
        <source>Tilbake (Alt+Venstre)</source>
        <translation>Tilbake (Alt+Venstre)</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Gjør søket klart … {n} %. Akuttkortet (F2) virker nå.</source>
        <translation>Gjer søket klart … {n} %. Akuttkortet (F2) verkar no.</translation>
    </message>
</context>
<context>
    <name>WipeDialog</name>
    <message>
        <source>Avbryt</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Det kan ikke angres. Innholdet og oppdateringene blir her.</source>
        <translation>Det kan ikkje angrast. Innhaldet og oppdateringane blir her.</translation>
    </message>
    <message>
        <source>Dette blir borte, også i sikkerhetskopiene: {what}.</source>
        <translation>Dette blir borte, også i tryggingskopiane: {what}.</translation>
    </message>
    <message>
        <source>Lagre kopi av permen …</source>
        <translation>Lagre kopi av permen …</translation>
    </message>
    <message>
        <source>Permen er tom. Sikkerhetskopiene blir borte.</source>
        <translation>Permen er tom. Tryggingskopiane blir borte.</translation>
    </message>
    <message>
        <source>Skriv «{word}» for å slette</source>
        <translation>Skriv «{word}» for å slette</translation>
    </message>
    <message>
        <source>Slett alt</source>
        <translation>Slett alt</translation>
    </message>
    <message>
        <source>Slett alt i permen</source>
        <translation>Slett alt i permen</translation>
    </message>
    <message>
        <source>slett</source>
        <translation>slett</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n treff på bare «{q}»</source>
        <translation>
            <numerusform>%n treff på berre «{q}»</numerusform>
            <numerusform>%n treff på berre «{q}»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n treff på «{q}»</source>
        <translation>
            <numerusform>%n treff på «{q}»</numerusform>
            <numerusform>%n treff på «{q}»</numerusform>
        </translation>
    </message>
    <message>
        <source>Bør sjekkes</source>
        <translation>Bør sjekkast</translation>
    </message>
    <message>
        <source>Endret drift</source>
        <translation>Endra drift</translation>
    </message>
    <message>
        <source>For hvem</source>
        <translation>For kven</translation>
    </message>
    <message>
        <source>For hvem: {x}</source>
        <translation>For kven: {x}</translation>
    </message>
    <message>
        <source>Gjelder ikke etter {date}</source>
        <translation>Gjeld ikkje etter {date}</translation>
    </message>
    <message>
        <source>Gjelder ikke nå</source>
        <translation>Gjeld ikkje no</translation>
    </message>
    <message>
        <source>Godt å vite</source>
        <translation>Godt å vite</translation>
    </message>
    <message>
        <source>Gratis</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <source>Helligdag. Ring før du går.</source>
        <translation>Heilagdag. Ring før du går.</translation>
    </message>
    <message>
        <source>Historisk</source>
        <translation>Historisk</translation>
    </message>
    <message>
        <source>Historisk. Gjaldt {span}. Ikke bruk som råd i dag.</source>
        <translation>Historisk. Gjaldt {span}. Ikkje bruk som råd i dag.</translation>
    </message>
    <message>
        <source>Historisk. Ikke bruk som råd i dag.</source>
        <translation>Historisk. Ikkje bruk som råd i dag.</translation>
    </message>
    <message>
        <source>Historisk. Tilbudet er lagt ned eller endret.</source>
        <translation>Historisk. Tilbodet er lagt ned eller endra.</translation>
    </message>
    <message>
        <source>Hvem kan bruke det</source>
        <translation>Kven kan bruke det</translation>
    </message>
    <message numerus="yes">
        <source>Ikke sjekket på %n måneder</source>
        <translation>
            <numerusform>Ikkje sjekka på %n månad</numerusform>
            <numerusform>Ikkje sjekka på %n månader</numerusform>
        </translation>
    </message>
    <message>
        <source>Ingen oppføringer her.</source>
        <translation>Ingen oppføringar her.</translation>
    </message>
    <message>
        <source>Ingen treff på «{q}».</source>
        <translation>Ingen treff på «{q}».</translation>
    </message>
    <message>
        <source>Legevakt 116 117 svarer hele døgnet. Ved fare for liv: ring 113.</source>
        <translation>Legevakt 116 117 svarer heile døgnet. Ved fare for liv: ring 113.</translation>
    </message>
    <message>
        <source>Lokal opplysning fra {publisher}. Den erstatter ikke den nasjonale.</source>
        <translation>Lokal opplysning frå {publisher}. Ho erstattar ikkje den nasjonale.</translation>
    </message>
    <message>
        <source>Mente du …?</source>
        <translation>Meinte du …?</translation>
    </message>
    <message>
        <source>Midlertidig stengt</source>
        <translation>Mellombels stengt</translation>
    </message>
    <message>
        <source>Om tilbudet</source>
        <translation>Om tilbodet</translation>
    </message>
    <message>
        <source>Organisasjon</source>
        <translation>Organisasjon</translation>
    </message>
    <message>
        <source>Plakat</source>
        <translation>Plakat</translation>
    </message>
    <message>
        <source>Pris</source>
        <translation>Pris</translation>
    </message>
    <message>
        <source>Se åpningstid</source>
        <translation>Sjå opningstid</translation>
    </message>
    <message>
        <source>Sjekket {date}</source>
        <translation>Sjekka {date}</translation>
    </message>
    <message>
        <source>Slik kommer du inn</source>
        <translation>Slik kjem du inn</translation>
    </message>
    <message>
        <source>Språk</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Stengt nå</source>
        <translation>Stengt no</translation>
    </message>
    <message>
        <source>Står ikke lenger i innholdet. Dette er det du så sist.</source>
        <translation>Står ikkje lenger i innhaldet. Dette er det du såg sist.</translation>
    </message>
    <message>
        <source>Søk bare etter «{q}»</source>
        <translation>Søk berre etter «{q}»</translation>
    </message>
    <message>
        <source>Ta med lignende ord (Esc)</source>
        <translation>Ta med liknande ord (Esc)</translation>
    </message>
    <message>
        <source>Tilgjengelighet</source>
        <translation>Tilgjenge</translation>
    </message>
    <message>
        <source>Tjeneste</source>
        <translation>Teneste</translation>
    </message>
    <message>
        <source>Trukket tilbake</source>
        <translation>Trekt tilbake</translation>
    </message>
    <message>
        <source>Varsel</source>
        <translation>Varsel</translation>
    </message>
    <message>
        <source>Veiledning</source>
        <translation>Rettleiing</translation>
    </message>
    <message>
        <source>Ventetid</source>
        <translation>Ventetid</translation>
    </message>
    <message>
        <source>anonymt</source>
        <translation>anonymt</translation>
    </message>
    <message>
        <source>bare for ansatte</source>
        <translation>berre for tilsette</translation>
    </message>
    <message>
        <source>du kan ikke komme ruset</source>
        <translation>du kan ikkje kome rusa</translation>
    </message>
    <message>
        <source>du kan komme selv om du er ruset</source>
        <translation>du kan kome sjølv om du er rusa</translation>
    </message>
    <message>
        <source>ikke bekreftet</source>
        <translation>ikkje stadfesta</translation>
    </message>
    <message>
        <source>krever henvisning</source>
        <translation>krev tilvising</translation>
    </message>
    <message>
        <source>lest {date}</source>
        <translation>lese {date}</translation>
    </message>
    <message>
        <source>skrevet {date}</source>
        <translation>skrive {date}</translation>
    </message>
    <message>
        <source>uten henvisning</source>
        <translation>utan tilvising</translation>
    </message>
    <message>
        <source>uten timeavtale</source>
        <translation>utan timeavtale</translation>
    </message>
    <message>
        <source>viser treff for {x}</source>
        <translation>viser treff for {x}</translation>
    </message>
    <message>
        <source>Åpent nå</source>
        <translation>Ope no</translation>
    </message>
    <message>
        <source>Åpent til kl. {time}</source>
        <translation>Ope til kl. {time}</translation>
    </message>
    <message>
        <source>Åpner kl. {time}</source>
        <translation>Opnar kl. {time}</translation>
    </message>
    <message>
        <source>Åpningstid ikke oppgitt</source>
        <translation>Opningstid ikkje oppgitt</translation>
    </message>
</context>
<context>
    <name>_Button</name>
    <message>
        <source>{page}, {n} nye</source>
        <translation>{page}, {n} nye</translation>
    </message>
    <message>
        <source>{page}, {n} nytt</source>
        <translation>{page}, {n} nytt</translation>
    </message>
</context>
<context>
    <name>_LanguageButton</name>
    <message>
        <source>Språk i vinduet: {name}</source>
        <translation>Språk i vindauget: {name}</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Forklaring til linje {n}</source>
        <translation>Forklaring til linje {n}</translation>
    </message>
    <message>
        <source>Forklaring, om det trengs</source>
        <translation>Forklaring, om det trengst</translation>
    </message>
    <message>
        <source>Hva man gjør, med få ord</source>
        <translation>Kva ein gjer, med få ord</translation>
    </message>
    <message>
        <source>Linje {n}</source>
        <translation>Linje {n}</translation>
    </message>
    <message>
        <source>Tegning til linje {n}</source>
        <translation>Teikning til linje {n}</translation>
    </message>
    <message>
        <source>Uten tegning</source>
        <translation>Utan teikning</translation>
    </message>
</context>
<context>
    <name>_LiveSheet</name>
    <message>
        <source>Skriv en overskrift, så ser du plakaten her.</source>
        <translation>Skriv ei overskrift, så ser du plakaten her.</translation>
    </message>
</context>
<context>
    <name>said</name>
    <message>
        <source> eller </source>
        <translation> eller </translation>
    </message>
    <message>
        <source> og </source>
        <translation> og </translation>
    </message>
    <message>
        <source>A2 og to ark krever et mindre papir å dele på. Velg A4 eller A3.</source>
        <translation>A2 og to ark krev eit mindre papir å dele på. Vel A4 eller A3.</translation>
    </message>
    <message>
        <source>A2 trenger mer enn to ark i A4. Velg A3.</source>
        <translation>A2 treng meir enn to ark i A4. Vel A3.</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Akutt fare</source>
        <translation>Akutt fare</translation>
    </message>
    <message>
        <source>Akuttkortet kunne ikke leses. Ring 113 ved fare for liv.</source>
        <translation>Akuttkortet kunne ikkje lesast. Ring 113 ved fare for liv.</translation>
    </message>
    <message>
        <source>Alle filene er på plass.</source>
        <translation>Alle filene er på plass.</translation>
    </message>
    <message>
        <source>Alt stemmer</source>
        <translation>Alt stemmer</translation>
    </message>
    <message>
        <source>Alvor</source>
        <translation>Alvor</translation>
    </message>
    <message>
        <source>Annet</source>
        <translation>Anna</translation>
    </message>
    <message>
        <source>Anonymt</source>
        <translation>Anonymt</translation>
    </message>
    <message>
        <source>Arkene ble avbrutt.</source>
        <translation>Arka vart avbrotne.</translation>
    </message>
    <message>
        <source>Arket ble avbrutt.</source>
        <translation>Arket vart avbrote.</translation>
    </message>
    <message>
        <source>Arket er tomt. Legg til minst ett tilbud.</source>
        <translation>Arket er tomt. Legg til minst eitt tilbod.</translation>
    </message>
    <message>
        <source>Arket har plass til seks. Lag et ark til.</source>
        <translation>Arket har plass til seks. Lag eit ark til.</translation>
    </message>
    <message>
        <source>Arket har plass til seks. Lag et ark til?</source>
        <translation>Arket har plass til seks. Lage eit ark til?</translation>
    </message>
    <message>
        <source>Arket har plass til to språk, og bokmål må være det ene.</source>
        <translation>Arket har plass til to språk, og bokmål må vere det eine.</translation>
    </message>
    <message>
        <source>Arket har plass til to språk. Bokmål må være det ene når oversettelsen ikke er kontrollert.</source>
        <translation>Arket har plass til to språk. Bokmål må vere det eine når omsetjinga ikkje er kontrollert.</translation>
    </message>
    <message>
        <source>Arket kan ikke sammenlignes senere.</source>
        <translation>Arket kan ikkje samanliknast seinare.</translation>
    </message>
    <message>
        <source>Arket kan ikke sammenlignes senere. Det er ikke notert.</source>
        <translation>Arket kan ikkje samanliknast seinare. Det er ikkje notert.</translation>
    </message>
    <message>
        <source>Arket kunne ikke lages. Permen er trygg.</source>
        <translation>Arket kunne ikkje lagast. Permen er trygg.</translation>
    </message>
    <message>
        <source>Arket tok for lang tid og ble stoppet. Prøv igjen.</source>
        <translation>Arket tok for lang tid og vart stoppa. Prøv igjen.</translation>
    </message>
    <message>
        <source>Arm med bandasje</source>
        <translation>Arm med bandasje</translation>
    </message>
    <message>
        <source>Avfallsbøtte</source>
        <translation>Avfallsbøtte</translation>
    </message>
    <message>
        <source>Ball</source>
        <translation>Ball</translation>
    </message>
    <message>
        <source>Bare for fagfolk</source>
        <translation>Berre for fagfolk</translation>
    </message>
    <message>
        <source>Bare tilbud kan stå på utdelingsarket.</source>
        <translation>Berre tilbod kan stå på utdelingsarket.</translation>
    </message>
    <message>
        <source>Bekreftet</source>
        <translation>Stadfesta</translation>
    </message>
    <message>
        <source>Bekreftet av dere {date}, ikke av den som gir ut innholdet.</source>
        <translation>Stadfesta av dykk {date}, ikkje av den som gir ut innhaldet.</translation>
    </message>
    <message>
        <source>Bekreftet av dere {date}. Noe er endret siden.</source>
        <translation>Stadfesta av dykk {date}. Noko er endra sidan.</translation>
    </message>
    <message>
        <source>Bekreftet ved analyse.</source>
        <translation>Stadfesta ved analyse.</translation>
    </message>
    <message>
        <source>Beskrivelse av logoen</source>
        <translation>Skildring av logoen</translation>
    </message>
    <message>
        <source>Bil</source>
        <translation>Bil</translation>
    </message>
    <message>
        <source>Bilde</source>
        <translation>Bilete</translation>
    </message>
    <message>
        <source>Bilde ved linje {n}</source>
        <translation>Bilete ved linje {n}</translation>
    </message>
    <message>
        <source>Bilde ved steg {n}</source>
        <translation>Bilete ved steg {n}</translation>
    </message>
    <message>
        <source>Bloddråpe</source>
        <translation>Bloddrope</translation>
    </message>
    <message>
        <source>Blåse luft inn i munnen på en som ligger</source>
        <translation>Blåse luft inn i munnen på ein som ligg</translation>
    </message>
    <message>
        <source>Brev</source>
        <translation>Brev</translation>
    </message>
    <message>
        <source>Bygg søket på nytt. Ingenting går tapt.</source>
        <translation>Bygg søket på nytt. Ingenting går tapt.</translation>
    </message>
    <message>
        <source>Datoen ble ikke forstått. Skriv den slik: 1.12.2026.</source>
        <translation>Datoen vart ikkje forstått. Skriv han slik: 1.12.2026.</translation>
    </message>
    <message>
        <source>Den lages ved neste start.</source>
        <translation>Det blir laga ved neste start.</translation>
    </message>
    <message>
        <source>Det er ingen faste tider å vise i dag.</source>
        <translation>Det er ingen faste tider å vise i dag.</translation>
    </message>
    <message>
        <source>Det finnes ikke noe eldre innhold å gå tilbake til.</source>
        <translation>Det finst ikkje noko eldre innhald å gå tilbake til.</translation>
    </message>
    <message>
        <source>Det finnes ingen kopi av permen.</source>
        <translation>Det finst ingen kopi av permen.</translation>
    </message>
    <message>
        <source>Det finnes ingen kopi ennå.</source>
        <translation>Det finst ingen kopi enno.</translation>
    </message>
    <message>
        <source>Det finnes ingen kopi. La fila ligge, og spør den som hjelper dere.</source>
        <translation>Det finst ingen kopi. Lat fila liggje, og spør den som hjelper dykk.</translation>
    </message>
    <message>
        <source>Det noteres ikke hvor oppslag henger. Ingenting er lagret.</source>
        <translation>Det blir ikkje notert kvar oppslag heng. Ingenting er lagra.</translation>
    </message>
    <message>
        <source>Det var ingen ark å sende.</source>
        <translation>Det var ingen ark å sende.</translation>
    </message>
    <message>
        <source>Dette arket kan ikke deles. Lagre det i ett stykke.</source>
        <translation>Dette arket kan ikkje delast. Lagre det i eitt stykke.</translation>
    </message>
    <message>
        <source>Dette er en mappe. Skriv et filnavn.</source>
        <translation>Dette er ei mappe. Skriv eit filnamn.</translation>
    </message>
    <message>
        <source>Dette er ikke en kilde. Be avsenderen om adressen eller kildefila.</source>
        <translation>Dette er ikkje ei kjelde. Be avsendaren om adressa eller kjeldefila.</translation>
    </message>
    <message>
        <source>Dette er ikke en plakat.</source>
        <translation>Dette er ikkje ein plakat.</translation>
    </message>
    <message>
        <source>Dette er ikke et filnavn. Skriv et annet.</source>
        <translation>Dette er ikkje eit filnamn. Skriv eit anna.</translation>
    </message>
    <message>
        <source>Dette er ikke et tilbud med faste tider.</source>
        <translation>Dette er ikkje eit tilbod med faste tider.</translation>
    </message>
    <message>
        <source>Dette kan du gjøre</source>
        <translation>Dette kan du gjere</translation>
    </message>
    <message>
        <source>Dette kan du si</source>
        <translation>Dette kan du seie</translation>
    </message>
    <message>
        <source>Dette krever samtykke</source>
        <translation>Dette krev samtykke</translation>
    </message>
    <message>
        <source>Dette kunne ikke undersøkes.</source>
        <translation>Dette kunne ikkje undersøkjast.</translation>
    </message>
    <message>
        <source>Dette varselet har ingen plakat.</source>
        <translation>Dette varselet har ingen plakat.</translation>
    </message>
    <message>
        <source>Disken er full. Ingenting er endret.</source>
        <translation>Disken er full. Ingenting er endra.</translation>
    </message>
    <message>
        <source>Disken er full. Ingenting er endret. Frigjør 1 MB, og prøv igjen.</source>
        <translation>Disken er full. Ingenting er endra. Frigjer 1 MB, og prøv igjen.</translation>
    </message>
    <message>
        <source>Disken er full. Ingenting er endret. Frigjør plass, og prøv igjen.</source>
        <translation>Disken er full. Ingenting er endra. Frigjer plass, og prøv igjen.</translation>
    </message>
    <message>
        <source>Disken er full. Ingenting er endret. Frigjør {n} MB, og prøv igjen.</source>
        <translation>Disken er full. Ingenting er endra. Frigjer {n} MB, og prøv igjen.</translation>
    </message>
    <message>
        <source>Disken er full. Ingenting er endret. Frigjør {room} MB, og prøv igjen.</source>
        <translation>Disken er full. Ingenting er endra. Frigjer {room} MB, og prøv igjen.</translation>
    </message>
    <message>
        <source>Disken er full. Innholdet fra {date} er i bruk så lenge.</source>
        <translation>Disken er full. Innhaldet frå {date} er i bruk så lenge.</translation>
    </message>
    <message>
        <source>Du har gått tilbake til innholdet fra {date}. Nyere tas ikke i bruk av seg selv.</source>
        <translation>Du har gått tilbake til innhaldet frå {date}. Nyare blir ikkje teke i bruk av seg sjølv.</translation>
    </message>
    <message>
        <source>Du har nyere innhold enn pinnen.</source>
        <translation>Du har nyare innhald enn pinnen.</translation>
    </message>
    <message>
        <source>Du har {names}.</source>
        <translation>Du har {names}.</translation>
    </message>
    <message>
        <source>Dusj</source>
        <translation>Dusj</translation>
    </message>
    <message>
        <source>E-post</source>
        <translation>E-post</translation>
    </message>
    <message>
        <source>Egen oppføring</source>
        <translation>Eiga oppføring</translation>
    </message>
    <message>
        <source>Eget notat</source>
        <translation>Eige notat</translation>
    </message>
    <message>
        <source>Egne oppføringer</source>
        <translation>Eigne oppføringar</translation>
    </message>
    <message>
        <source>Egne oppføringer kan ikke vises. De ligger fortsatt i permen.</source>
        <translation>Eigne oppføringar kan ikkje visast. Dei ligg framleis i permen.</translation>
    </message>
    <message>
        <source>En av tegningene finnes ikke her. Velg en annen.</source>
        <translation>Ei av teikningane finst ikkje her. Vel ei anna.</translation>
    </message>
    <message>
        <source>En fil med innhold er skadet, og brukes ikke.</source>
        <translation>Ei fil med innhald er skadd, og blir ikkje brukt.</translation>
    </message>
    <message>
        <source>En kilde kan ikke leses ({key}). Legg den til på nytt.</source>
        <translation>Ei kjelde kan ikkje lesast ({key}). Legg ho til på nytt.</translation>
    </message>
    <message>
        <source>En kilde kan ikke leses.</source>
        <translation>Ei kjelde kan ikkje lesast.</translation>
    </message>
    <message>
        <source>En ordliste kunne ikke leses. Søk og akuttkort virker fortsatt.</source>
        <translation>Ei ordliste kunne ikkje lesast. Søk og akuttkort verkar framleis.</translation>
    </message>
    <message>
        <source>En person som blir hos en som ligger</source>
        <translation>Ein person som blir hos ein som ligg</translation>
    </message>
    <message>
        <source>En skjermleser er koblet til.</source>
        <translation>Ein skjermlesar er kopla til.</translation>
    </message>
    <message>
        <source>Endret drift</source>
        <translation>Endra drift</translation>
    </message>
    <message>
        <source>Et lokalt innhold {why} og brukes ikke. Resten virker som før.</source>
        <translation>Eit lokalt innhald {why} og blir ikkje brukt. Resten verkar som før.</translation>
    </message>
    <message>
        <source>Fagkontroll</source>
        <translation>Fagkontroll</translation>
    </message>
    <message>
        <source>Fant ikke dagene for {name} i innholdet.</source>
        <translation>Fann ikkje dagane for {name} i innhaldet.</translation>
    </message>
    <message>
        <source>Fant ikke fila «{path}».</source>
        <translation>Fann ikkje fila «{path}».</translation>
    </message>
    <message>
        <source>Fant ikke helligdagene det er spurt etter.</source>
        <translation>Fann ikkje heilagdagane det er spurt etter.</translation>
    </message>
    <message>
        <source>Fant ikke innholdet «{pack}».</source>
        <translation>Fann ikkje innhaldet «{pack}».</translation>
    </message>
    <message>
        <source>Fant ikke kilden «{wanted}». {text}</source>
        <translation>Fann ikkje kjelda «{wanted}». {text}</translation>
    </message>
    <message>
        <source>Fant ikke kommunen «{municipality}». {meant}</source>
        <translation>Fann ikkje kommunen «{municipality}». {meant}</translation>
    </message>
    <message>
        <source>Fant ikke mappen «{stick}».</source>
        <translation>Fann ikkje mappa «{stick}».</translation>
    </message>
    <message>
        <source>Fant ikke oppføringen stedet skal følge. Velg en annen.</source>
        <translation>Fann ikkje oppføringa staden skal følgje. Vel ei anna.</translation>
    </message>
    <message>
        <source>Fant ikke samlingen «{name}».</source>
        <translation>Fann ikkje samlinga «{name}».</translation>
    </message>
    <message>
        <source>Fant ikke samlingen «{name}». Du har {names}.</source>
        <translation>Fann ikkje samlinga «{name}». Du har {names}.</translation>
    </message>
    <message>
        <source>Fant ikke stedet «{name}».</source>
        <translation>Fann ikkje staden «{name}».</translation>
    </message>
    <message>
        <source>Fant ikke stedet «{name}». Du har {names}.</source>
        <translation>Fann ikkje staden «{name}». Du har {names}.</translation>
    </message>
    <message>
        <source>Fant ikke stegene plakaten viser. Andre plakater virker.</source>
        <translation>Fann ikkje stega plakaten viser. Andre plakatar verkar.</translation>
    </message>
    <message>
        <source>Fant ikke «{id}» blant egne oppføringer.</source>
        <translation>Fann ikkje «{id}» blant eigne oppføringar.</translation>
    </message>
    <message>
        <source>Fant ikke «{name}».</source>
        <translation>Fann ikkje «{name}».</translation>
    </message>
    <message>
        <source>Fant ikke «{ref}».</source>
        <translation>Fann ikkje «{ref}».</translation>
    </message>
    <message>
        <source>Fant ikke «{text}».</source>
        <translation>Fann ikkje «{text}».</translation>
    </message>
    <message>
        <source>Fant ikke «{wanted}».</source>
        <translation>Fann ikkje «{wanted}».</translation>
    </message>
    <message>
        <source>Fant ikke «{what}».</source>
        <translation>Fann ikkje «{what}».</translation>
    </message>
    <message>
        <source>Fant ikke «{what}». Mente du {near}?</source>
        <translation>Fann ikkje «{what}». Meinte du {near}?</translation>
    </message>
    <message>
        <source>Fant ingen skriver.</source>
        <translation>Fann ingen skrivar.</translation>
    </message>
    <message>
        <source>Faretegn</source>
        <translation>Fareteikn</translation>
    </message>
    <message>
        <source>Farge</source>
        <translation>Farge</translation>
    </message>
    <message>
        <source>Faste ord</source>
        <translation>Faste ord</translation>
    </message>
    <message>
        <source>Feil</source>
        <translation>Feil</translation>
    </message>
    <message>
        <source>Feltperm henter allerede nytt innhold. Vent til det er ferdig.</source>
        <translation>Feltperm hentar allereie nytt innhald. Vent til det er ferdig.</translation>
    </message>
    <message>
        <source>Ferdig. Du kan ta ut pinnen.</source>
        <translation>Ferdig. Du kan ta ut pinnen.</translation>
    </message>
    <message>
        <source>Fila beskriver ikke et sted. Den må ha minst «name».</source>
        <translation>Fila skildrar ikkje ein stad. Ho må ha minst «name».</translation>
    </message>
    <message>
        <source>Filen er for stor. Ingenting er endret.</source>
        <translation>Fila er for stor. Ingenting er endra.</translation>
    </message>
    <message>
        <source>Filen er ikke delt fra Feltperm, eller den er ødelagt. Ingenting er endret.</source>
        <translation>Fila er ikkje delt frå Feltperm, eller ho er øydelagd. Ingenting er endra.</translation>
    </message>
    <message>
        <source>Filen er laget av et nyere Feltperm. Oppdater Feltperm, og prøv igjen.</source>
        <translation>Fila er laga av eit nyare Feltperm. Oppdater Feltperm, og prøv igjen.</translation>
    </message>
    <message>
        <source>Filen kan ikke leses. Velg en annen.</source>
        <translation>Fila kan ikkje lesast. Vel ei anna.</translation>
    </message>
    <message>
        <source>Filer mangler i programmet.</source>
        <translation>Filer manglar i programmet.</translation>
    </message>
    <message>
        <source>Flaske med faretegn</source>
        <translation>Flaske med fareteikn</translation>
    </message>
    <message>
        <source>For ansatte</source>
        <translation>For tilsette</translation>
    </message>
    <message>
        <source>For hvem</source>
        <translation>For kven</translation>
    </message>
    <message>
        <source>Forbehold</source>
        <translation>Atterhald</translation>
    </message>
    <message>
        <source>Forbindelsen er ikke sikker. Innholdet ditt er uendret.</source>
        <translation>Sambandet er ikkje sikkert. Innhaldet ditt er uendra.</translation>
    </message>
    <message>
        <source>Forbindelsen til {avsender} er ikke sikker. Innholdet ditt er uendret.</source>
        <translation>Sambandet til {avsender} er ikkje sikkert. Innhaldet ditt er uendra.</translation>
    </message>
    <message>
        <source>Frigjør {n} MB, så er det plass til en oppdatering.</source>
        <translation>Frigjer {n} MB, så er det plass til ei oppdatering.</translation>
    </message>
    <message>
        <source>Før: {old}</source>
        <translation>Før: {old}</translation>
    </message>
    <message>
        <source>Genser</source>
        <translation>Genser</translation>
    </message>
    <message>
        <source>Gjaldt {date}.</source>
        <translation>Gjaldt {date}.</translation>
    </message>
    <message>
        <source>Gjeldende</source>
        <translation>Gjeldande</translation>
    </message>
    <message>
        <source>Gjelder</source>
        <translation>Gjeld</translation>
    </message>
    <message>
        <source>Gjelder ikke etter {date}.</source>
        <translation>Gjeld ikkje etter {date}.</translation>
    </message>
    <message>
        <source>Gratis</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <source>Graviditetstest</source>
        <translation>Graviditetstest</translation>
    </message>
    <message>
        <source>Gruppe</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Gå tilbake til innholdet før, eller hent det på nytt.</source>
        <translation>Gå tilbake til innhaldet før, eller hent det på nytt.</translation>
    </message>
    <message>
        <source>Går gjennom {proxy}.</source>
        <translation>Går gjennom {proxy}.</translation>
    </message>
    <message>
        <source>Går rett ut, uten mellomledd.</source>
        <translation>Går rett ut, utan mellomledd.</translation>
    </message>
    <message>
        <source>Hammer</source>
        <translation>Hammar</translation>
    </message>
    <message>
        <source>Hele landet</source>
        <translation>Heile landet</translation>
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
        <translation>Hent tilbake kopien frå {date}.</translation>
    </message>
    <message>
        <source>Hentingen er stoppet. Det som er hentet, er tatt vare på.</source>
        <translation>Hentinga er stoppa. Det som er henta, er teke vare på.</translation>
    </message>
    <message>
        <source>Henvisning kreves</source>
        <translation>Krev tilvising</translation>
    </message>
    <message>
        <source>Her er det ingenting å bekrefte: stedet er ute av drift, eller siden er tom.</source>
        <translation>Her er det ingenting å stadfeste: staden er ute av drift, eller sida er tom.</translation>
    </message>
    <message>
        <source>Historisk</source>
        <translation>Historisk</translation>
    </message>
    <message>
        <source>Historisk.</source>
        <translation>Historisk.</translation>
    </message>
    <message>
        <source>Historisk. Ikke bruk som råd i dag.</source>
        <translation>Historisk. Ikkje bruk som råd i dag.</translation>
    </message>
    <message>
        <source>Historisk. Ikke bruk tidene i dag.</source>
        <translation>Historisk. Ikkje bruk tidene i dag.</translation>
    </message>
    <message>
        <source>Hjerte med puls</source>
        <translation>Hjarte med puls</translation>
    </message>
    <message>
        <source>Hjerte- og lungeredning</source>
        <translation>Hjarte- og lungeredning</translation>
    </message>
    <message>
        <source>Hund</source>
        <translation>Hund</translation>
    </message>
    <message>
        <source>Hus med hjerte</source>
        <translation>Hus med hjarte</translation>
    </message>
    <message>
        <source>Hva du får</source>
        <translation>Kva du får</translation>
    </message>
    <message>
        <source>Hvem det er for</source>
        <translation>Kven det er for</translation>
    </message>
    <message>
        <source>Hvem kan bruke det</source>
        <translation>Kven kan bruke det</translation>
    </message>
    <message>
        <source>Hvem kan hjelpe</source>
        <translation>Kven kan hjelpe</translation>
    </message>
    <message>
        <source>Hvem sier det</source>
        <translation>Kven seier det</translation>
    </message>
    <message>
        <source>Hvem som driver</source>
        <translation>Kven som driv</translation>
    </message>
    <message>
        <source>Hver linje må ha noen ord. Skriv minst én linje.</source>
        <translation>Kvar linje må ha nokre ord. Skriv minst éi linje.</translation>
    </message>
    <message>
        <source>Hvor og når</source>
        <translation>Kvar og når</translation>
    </message>
    <message>
        <source>Hånd og vann</source>
        <translation>Hand og vatn</translation>
    </message>
    <message>
        <source>I kveld</source>
        <translation>I kveld</translation>
    </message>
    <message>
        <source>I orden</source>
        <translation>I orden</translation>
    </message>
    <message>
        <source>Ikke bekreftet</source>
        <translation>Ikkje stadfesta</translation>
    </message>
    <message>
        <source>Ikke bekreftet etter {date}</source>
        <translation>Ikkje stadfesta etter {date}</translation>
    </message>
    <message>
        <source>Ikke fagkontrollert.</source>
        <translation>Ikkje fagkontrollert.</translation>
    </message>
    <message>
        <source>Ikke lenger i innholdet.</source>
        <translation>Ikkje lenger i innhaldet.</translation>
    </message>
    <message>
        <source>Ikke oppgitt hvor sikkert det er.</source>
        <translation>Ikkje oppgitt kor sikkert det er.</translation>
    </message>
    <message>
        <source>Ingen har svart ennå.</source>
        <translation>Ingen har svart enno.</translation>
    </message>
    <message>
        <source>Ingen kilde er lagt til.</source>
        <translation>Inga kjelde er lagd til.</translation>
    </message>
    <message>
        <source>Ingen kilde har svart på lenge.</source>
        <translation>Inga kjelde har svart på lenge.</translation>
    </message>
    <message>
        <source>Ingen skjermleser er koblet til.</source>
        <translation>Ingen skjermlesar er kopla til.</translation>
    </message>
    <message>
        <source>Innhold</source>
        <translation>Innhald</translation>
    </message>
    <message>
        <source>Innholdet</source>
        <translation>Innhaldet</translation>
    </message>
    <message>
        <source>Innholdet ditt er for gammelt til å gis videre. Oppdater først.</source>
        <translation>Innhaldet ditt er for gammalt til å bli gitt vidare. Oppdater først.</translation>
    </message>
    <message>
        <source>Innholdet er allerede bekreftet {date}.</source>
        <translation>Innhaldet er allereie stadfesta {date}.</translation>
    </message>
    <message>
        <source>Innholdet er eldre enn det du har sett før. Det er ikke tatt i bruk.</source>
        <translation>Innhaldet er eldre enn det du har sett før. Det er ikkje teke i bruk.</translation>
    </message>
    <message>
        <source>Innholdet er for gammelt til å kontrolleres. Innholdet ditt er uendret.</source>
        <translation>Innhaldet er for gammalt til å kontrollerast. Innhaldet ditt er uendra.</translation>
    </message>
    <message>
        <source>Innholdet er helt.</source>
        <translation>Innhaldet er heilt.</translation>
    </message>
    <message>
        <source>Innholdet er ikke nyere enn det du har. Det er ikke tatt i bruk.</source>
        <translation>Innhaldet er ikkje nyare enn det du har. Det er ikkje teke i bruk.</translation>
    </message>
    <message>
        <source>Innholdet er skadet og er ikke tatt i bruk.</source>
        <translation>Innhaldet er skadd og er ikkje teke i bruk.</translation>
    </message>
    <message>
        <source>Innholdet er skadet og er ikke tatt i bruk. Permen din er uendret.</source>
        <translation>Innhaldet er skadd og er ikkje teke i bruk. Permen din er uendra.</translation>
    </message>
    <message>
        <source>Innholdet er skadet og kan ikke vises. Akuttkortet (F2) virker, og permen er trygg.</source>
        <translation>Innhaldet er skadd og kan ikkje visast. Akuttkortet (F2) verkar, og permen er trygg.</translation>
    </message>
    <message>
        <source>Innholdet er skadet.</source>
        <translation>Innhaldet er skadd.</translation>
    </message>
    <message>
        <source>Innholdet før er i bruk. Den skadde fila er lagt til side.</source>
        <translation>Innhaldet før er i bruk. Den skadde fila er lagd til side.</translation>
    </message>
    <message>
        <source>Innholdet har ingen tiltak for kriser.</source>
        <translation>Innhaldet har ingen tiltak for kriser.</translation>
    </message>
    <message>
        <source>Innholdet hos {avsender} gjaldt til {dato}. Innholdet ditt er uendret.</source>
        <translation>Innhaldet hos {avsender} gjaldt til {dato}. Innhaldet ditt er uendra.</translation>
    </message>
    <message>
        <source>Innholdet hører til en annen kilde. Det er ikke tatt i bruk.</source>
        <translation>Innhaldet høyrer til ei anna kjelde. Det er ikkje teke i bruk.</translation>
    </message>
    <message>
        <source>Innholdet kan ikke leses.</source>
        <translation>Innhaldet kan ikkje lesast.</translation>
    </message>
    <message>
        <source>Innholdet kom ikke fra rett avsender. Det er ikke tatt i bruk.</source>
        <translation>Innhaldet kom ikkje frå rett avsendar. Det er ikkje teke i bruk.</translation>
    </message>
    <message>
        <source>Innholdet kom ikke fra {avsender}. Det er ikke tatt i bruk.</source>
        <translation>Innhaldet kom ikkje frå {avsender}. Det er ikkje teke i bruk.</translation>
    </message>
    <message>
        <source>Innholdet kom skadet fram. Det er ikke tatt i bruk.</source>
        <translation>Innhaldet kom skadd fram. Det er ikkje teke i bruk.</translation>
    </message>
    <message>
        <source>Innholdet krever en nyere versjon av Feltperm. Permen din er uendret.</source>
        <translation>Innhaldet krev ein nyare versjon av Feltperm. Permen din er uendra.</translation>
    </message>
    <message>
        <source>Innholdet ligger ikke hos avsenderen nå. Prøv igjen senere.</source>
        <translation>Innhaldet ligg ikkje hos avsendaren no. Prøv igjen seinare.</translation>
    </message>
    <message>
        <source>Innholdet ligger ikke hos {avsender} nå. Prøv igjen senere.</source>
        <translation>Innhaldet ligg ikkje hos {avsender} no. Prøv igjen seinare.</translation>
    </message>
    <message>
        <source>Innholdet på pinnen kan ikke leses. Innholdet ditt er uendret.</source>
        <translation>Innhaldet på pinnen kan ikkje lesast. Innhaldet ditt er uendra.</translation>
    </message>
    <message>
        <source>Innholdet som fulgte med programmet er i bruk.</source>
        <translation>Innhaldet som følgde med programmet, er i bruk.</translation>
    </message>
    <message>
        <source>Innholdet var skadet. Vi bruker det fra {date}.</source>
        <translation>Innhaldet var skadd. Vi bruker det frå {date}.</translation>
    </message>
    <message>
        <source>Installer programmet på nytt.</source>
        <translation>Installer programmet på nytt.</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>Jul</translation>
    </message>
    <message>
        <source>Kan ikke lagre her. Du kan søke og skrive ut, men ikke lagre favoritter.</source>
        <translation>Kan ikkje lagre her. Du kan søkje og skrive ut, men ikkje lagre favorittar.</translation>
    </message>
    <message>
        <source>Kan ikke lagre her. Innholdet ditt er uendret.</source>
        <translation>Kan ikkje lagre her. Innhaldet ditt er uendra.</translation>
    </message>
    <message>
        <source>Kan ikke lagre her. Velg en annen mappe eller et annet navn.</source>
        <translation>Kan ikkje lagre her. Vel ei anna mappe eller eit anna namn.</translation>
    </message>
    <message>
        <source>Kan ikke lagre nytt innhold her. Det du har, er fortsatt i bruk.</source>
        <translation>Kan ikkje lagre nytt innhald her. Det du har, er framleis i bruk.</translation>
    </message>
    <message>
        <source>Kan ikke skrive på pinnen. Bruk en annen pinne.</source>
        <translation>Kan ikkje skrive på pinnen. Bruk ein annan pinne.</translation>
    </message>
    <message>
        <source>Kan komme ruset</source>
        <translation>Kan kome rusa</translation>
    </message>
    <message>
        <source>Kilde</source>
        <translation>Kjelde</translation>
    </message>
    <message>
        <source>Kilder</source>
        <translation>Kjelder</translation>
    </message>
    <message>
        <source>Klokka</source>
        <translation>Klokka</translation>
    </message>
    <message>
        <source>Klokke</source>
        <translation>Klokke</translation>
    </message>
    <message>
        <source>Kommunelisten kunne ikke leses. Søk og akuttkort virker fortsatt.</source>
        <translation>Kommunelista kunne ikkje lesast. Søk og akuttkort verkar framleis.</translation>
    </message>
    <message>
        <source>Kondom i pakning</source>
        <translation>Kondom i pakning</translation>
    </message>
    <message>
        <source>Kopien er hentet. Det som lå her, er tatt vare på.</source>
        <translation>Kopien er henta. Det som låg her, er teke vare på.</translation>
    </message>
    <message>
        <source>Kopien er skadet. Permen er ikke endret. Velg en annen kopi.</source>
        <translation>Kopien er skadd. Permen er ikkje endra. Vel ein annan kopi.</translation>
    </message>
    <message>
        <source>Kopier rapporten, og send den til den som hjelper dere.</source>
        <translation>Kopier rapporten, og send han til den som hjelper dykk.</translation>
    </message>
    <message>
        <source>Kopp</source>
        <translation>Kopp</translation>
    </message>
    <message>
        <source>Kort skrives ut på A4. Velg A4.</source>
        <translation>Kort blir skrivne ut på A4. Vel A4.</translation>
    </message>
    <message>
        <source>Kvelden er over. Velg en annen dag.</source>
        <translation>Kvelden er over. Vel ein annan dag.</translation>
    </message>
    <message>
        <source>Kvinnetegn</source>
        <translation>Kvinneteikn</translation>
    </message>
    <message>
        <source>Lage plakater</source>
        <translation>Lage plakatar</translation>
    </message>
    <message>
        <source>Lagre plakaten som PDF, og skriv ut fra en annen maskin.</source>
        <translation>Lagre plakaten som PDF, og skriv ut frå ei anna maskin.</translation>
    </message>
    <message>
        <source>Legg dem til på nytt under «Oppdatering».</source>
        <translation>Legg dei til på nytt under «Oppdatering».</translation>
    </message>
    <message>
        <source>Legg til en kilde, eller oppdater fra minnepinne.</source>
        <translation>Legg til ei kjelde, eller oppdater frå minnepinne.</translation>
    </message>
    <message>
        <source>Lest {date}.</source>
        <translation>Lese {date}.</translation>
    </message>
    <message>
        <source>Linje for ansatte</source>
        <translation>Linje for tilsette</translation>
    </message>
    <message>
        <source>Linje om tolk</source>
        <translation>Linje om tolk</translation>
    </message>
    <message>
        <source>Linje {n}</source>
        <translation>Linje {n}</translation>
    </message>
    <message>
        <source>Lista har ingen tilbud. Velg andre filtre.</source>
        <translation>Lista har ingen tilbod. Vel andre filter.</translation>
    </message>
    <message>
        <source>Lista har {n} tilbud, og arket tar {n2}. Velg en kommune.</source>
        <translation>Lista har {n} tilbod, og arket tek {n2}. Vel ein kommune.</translation>
    </message>
    <message>
        <source>Liste</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Listen over endringer er skadet.</source>
        <translation>Lista over endringar er skadd.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Logoen er for stor eller skadet. Bruk PNG eller SVG under 2 MB.</source>
        <translation>Logoen er for stor eller skadd. Bruk PNG eller SVG under 2 MB.</translation>
    </message>
    <message>
        <source>Logoen mangler en beskrivelse. Skriv hva den viser, og lagre igjen.</source>
        <translation>Logoen manglar ei skildring. Skriv kva han viser, og lagre igjen.</translation>
    </message>
    <message>
        <source>Lommearket har ikke plass til så mange. Ta bort noen.</source>
        <translation>Lommearket har ikkje plass til så mange. Ta bort nokre.</translation>
    </message>
    <message>
        <source>Lunger</source>
        <translation>Lunger</translation>
    </message>
    <message>
        <source>Lupe over en tablett</source>
        <translation>Lupe over ein tablett</translation>
    </message>
    <message>
        <source>Låst skap</source>
        <translation>Låst skap</translation>
    </message>
    <message>
        <source>Løftet hånd: stopp</source>
        <translation>Lyft hand: stopp</translation>
    </message>
    <message>
        <source>Mappen finnes ikke. Velg en annen mappe.</source>
        <translation>Mappa finst ikkje. Vel ei anna mappe.</translation>
    </message>
    <message>
        <source>Mappen har flere kilder. Velg en av dem: {names}.</source>
        <translation>Mappa har fleire kjelder. Vel ei av dei: {names}.</translation>
    </message>
    <message>
        <source>Mappen har ikke innhold fra en kilde.</source>
        <translation>Mappa har ikkje innhald frå ei kjelde.</translation>
    </message>
    <message>
        <source>Maskinen har ingen sertifikater.</source>
        <translation>Maskina har ingen sertifikat.</translation>
    </message>
    <message>
        <source>Maskinen sier {date}.</source>
        <translation>Maskina seier {date}.</translation>
    </message>
    <message>
        <source>Maskinens klokke går feil. Still klokka, og prøv igjen.</source>
        <translation>Klokka på maskina går feil. Still klokka, og prøv igjen.</translation>
    </message>
    <message>
        <source>Maskinens klokke viser {dato}. Still klokka, og prøv igjen.</source>
        <translation>Klokka på maskina viser {dato}. Still klokka, og prøv igjen.</translation>
    </message>
    <message>
        <source>Medisin</source>
        <translation>Medisin</translation>
    </message>
    <message>
        <source>Mente du {near}?</source>
        <translation>Meinte du {near}?</translation>
    </message>
    <message>
        <source>Merknad</source>
        <translation>Merknad</translation>
    </message>
    <message>
        <source>Midlertidig stengt</source>
        <translation>Mellombels stengt</translation>
    </message>
    <message>
        <source>Minnepinnen har nyere innhold ({there}).</source>
        <translation>Minnepinnen har nyare innhald ({there}).</translation>
    </message>
    <message>
        <source>Minnepinnen har nyere innhold ({there}). Du har {here}.</source>
        <translation>Minnepinnen har nyare innhald ({there}). Du har {here}.</translation>
    </message>
    <message>
        <source>Minnepinnen har nyere innhold. Du har valgt å bruke det fra {dato}.</source>
        <translation>Minnepinnen har nyare innhald. Du har valt å bruke det frå {dato}.</translation>
    </message>
    <message>
        <source>Mistanke. Ikke bekreftet.</source>
        <translation>Mistanke. Ikkje stadfesta.</translation>
    </message>
    <message>
        <source>Mynter</source>
        <translation>Myntar</translation>
    </message>
    <message>
        <source>Må bekreftes</source>
        <translation>Må stadfestast</translation>
    </message>
    <message>
        <source>Nasjonalt innhold</source>
        <translation>Nasjonalt innhald</translation>
    </message>
    <message>
        <source>Navn</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Navnet er for langt. Det er plass til {n} tegn.</source>
        <translation>Namnet er for langt. Det er plass til {n} teikn.</translation>
    </message>
    <message>
        <source>Nesespray</source>
        <translation>Nasespray</translation>
    </message>
    <message>
        <source>Nettet</source>
        <translation>Nettet</translation>
    </message>
    <message>
        <source>Nettet er for tregt nå. Det som er hentet, er tatt vare på.</source>
        <translation>Nettet er for tregt no. Det som er henta, er teke vare på.</translation>
    </message>
    <message>
        <source>Nettet går gjennom en proxy som ikke slapp oss fram. Spør IT-avdelingen.</source>
        <translation>Nettet går gjennom ein proxy som ikkje sleppte oss fram. Spør IT-avdelinga.</translation>
    </message>
    <message>
        <source>Nettet krever innlogging. Åpne nettleseren, og prøv igjen.</source>
        <translation>Nettet krev innlogging. Opne nettlesaren, og prøv igjen.</translation>
    </message>
    <message>
        <source>Nettside</source>
        <translation>Nettside</translation>
    </message>
    <message>
        <source>Notatet er for langt. Det er plass til {n} tegn.</source>
        <translation>Notatet er for langt. Det er plass til {n} teikn.</translation>
    </message>
    <message>
        <source>Nyeste kopi er fra {date}.</source>
        <translation>Nyaste kopi er frå {date}.</translation>
    </message>
    <message>
        <source>Nytt innhold kan ikke lagres. Innholdet fra {date} er i bruk så lenge.</source>
        <translation>Nytt innhald kan ikkje lagrast. Innhaldet frå {date} er i bruk så lenge.</translation>
    </message>
    <message>
        <source>Når det haster</source>
        <translation>Når det hastar</translation>
    </message>
    <message>
        <source>Nøkkel</source>
        <translation>Nøkkel</translation>
    </message>
    <message>
        <source>Område</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>Oppdateringen ble avbrutt. Ingenting er tapt.</source>
        <translation>Oppdateringa vart avbroten. Ingenting er tapt.</translation>
    </message>
    <message>
        <source>Oppdateringen ble avbrutt. Innholdet fra {date} er i bruk, og ingenting er tapt.</source>
        <translation>Oppdateringa vart avbroten. Innhaldet frå {date} er i bruk, og ingenting er tapt.</translation>
    </message>
    <message>
        <source>Oppføringen mangler navn. Skriv et navn, og lagre igjen.</source>
        <translation>Oppføringa manglar namn. Skriv eit namn, og lagre igjen.</translation>
    </message>
    <message>
        <source>Opplysningene er ikke bekreftet.</source>
        <translation>Opplysningane er ikkje stadfesta.</translation>
    </message>
    <message>
        <source>Opplysninger</source>
        <translation>Opplysningar</translation>
    </message>
    <message>
        <source>Oppsett</source>
        <translation>Oppsett</translation>
    </message>
    <message>
        <source>Ordlisten for søk kunne ikke leses. Søk virker, men finner færre ord.</source>
        <translation>Ordlista for søk kunne ikkje lesast. Søk verkar, men finn færre ord.</translation>
    </message>
    <message>
        <source>Oversettelsen er ikke kontrollert.</source>
        <translation>Omsetjinga er ikkje kontrollert.</translation>
    </message>
    <message>
        <source>Overskrift</source>
        <translation>Overskrift</translation>
    </message>
    <message>
        <source>Overskrift i ramma</source>
        <translation>Overskrift i ramma</translation>
    </message>
    <message>
        <source>PDF-en er for stor. Bruk en PDF under 20 MB.</source>
        <translation>PDF-en er for stor. Bruk ein PDF under 20 MB.</translation>
    </message>
    <message>
        <source>PDF-en er ikke her lenger. Hent den inn på nytt.</source>
        <translation>PDF-en er ikkje her lenger. Hent han inn på nytt.</translation>
    </message>
    <message>
        <source>PDF-en er låst med passord. Lagre den uten passord, og prøv igjen.</source>
        <translation>PDF-en er låst med passord. Lagre han utan passord, og prøv igjen.</translation>
    </message>
    <message>
        <source>PDF-en har for mange sider. Bruk en med høyst 12 sider.</source>
        <translation>PDF-en har for mange sider. Bruk ein med høgst 12 sider.</translation>
    </message>
    <message>
        <source>PDF-en kan ikke leses. Lagre den på nytt, og prøv igjen.</source>
        <translation>PDF-en kan ikkje lesast. Lagre han på nytt, og prøv igjen.</translation>
    </message>
    <message>
        <source>Permen</source>
        <translation>Permen</translation>
    </message>
    <message>
        <source>Permen ble ikke funnet. Du har en ny og tom perm.</source>
        <translation>Permen vart ikkje funnen. Du har ein ny og tom perm.</translation>
    </message>
    <message>
        <source>Permen er hel.</source>
        <translation>Permen er heil.</translation>
    </message>
    <message>
        <source>Permen er i bruk av et annet vindu. Ingenting er endret. Prøv igjen.</source>
        <translation>Permen er i bruk av eit anna vindauge. Ingenting er endra. Prøv igjen.</translation>
    </message>
    <message>
        <source>Permen er laget av en nyere utgave av Feltperm. Den er ikke endret.</source>
        <translation>Permen er laga av ei nyare utgåve av Feltperm. Han er ikkje endra.</translation>
    </message>
    <message>
        <source>Permen er skadet. Ingenting er slettet. Start Feltperm på nytt.</source>
        <translation>Permen er skadd. Ingenting er sletta. Start Feltperm på nytt.</translation>
    </message>
    <message>
        <source>Permen er tom. Den lages når noe lagres.</source>
        <translation>Permen er tom. Han blir laga når noko blir lagra.</translation>
    </message>
    <message>
        <source>Permen kan ikke nås akkurat nå. Ingenting er slettet.</source>
        <translation>Permen kan ikkje nåast akkurat no. Ingenting er sletta.</translation>
    </message>
    <message>
        <source>Permen kunne ikke leses. Den er ikke rørt.</source>
        <translation>Permen kunne ikkje lesast. Han er ikkje rørt.</translation>
    </message>
    <message>
        <source>Permen kunne ikke leses. Den er lagt til side, ikke slettet.</source>
        <translation>Permen kunne ikkje lesast. Han er lagd til side, ikkje sletta.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Person med kors</source>
        <translation>Person med kross</translation>
    </message>
    <message>
        <source>Person med ryggsekk som går</source>
        <translation>Person med ryggsekk som går</translation>
    </message>
    <message>
        <source>Person som roper</source>
        <translation>Person som ropar</translation>
    </message>
    <message>
        <source>Pinnen ble tatt ut for tidlig. Sett den inn, så fortsetter vi.</source>
        <translation>Pinnen vart teken ut for tidleg. Set han inn, så held vi fram.</translation>
    </message>
    <message>
        <source>Pinnen er eldre. Du har nyere innhold.</source>
        <translation>Pinnen er eldre. Du har nyare innhald.</translation>
    </message>
    <message>
        <source>Pinnen er for gammel til å kontrolleres ({dato}). Innholdet ditt er uendret.</source>
        <translation>Pinnen er for gammal til å kontrollerast ({dato}). Innhaldet ditt er uendra.</translation>
    </message>
    <message>
        <source>Pinnen er fra {avsender}, som du ikke har lagt til.</source>
        <translation>Pinnen er frå {avsender}, som du ikkje har lagt til.</translation>
    </message>
    <message>
        <source>Pinnen er full. Den trenger {MB} til.</source>
        <translation>Pinnen er full. Han treng {MB} til.</translation>
    </message>
    <message>
        <source>Pinnen er full. Frigjør plass, og prøv igjen.</source>
        <translation>Pinnen er full. Frigjer plass, og prøv igjen.</translation>
    </message>
    <message>
        <source>Pinnen er ikke ferdig. Den mangler {n} filer. Fortsett på maskinen som lagde den.</source>
        <translation>Pinnen er ikkje ferdig. Han manglar {n} filer. Hald fram på maskina som laga han.</translation>
    </message>
    <message>
        <source>Pinnen er ikke ferdig. Fortsett på maskinen som lagde den.</source>
        <translation>Pinnen er ikkje ferdig. Hald fram på maskina som laga han.</translation>
    </message>
    <message>
        <source>Pinnen har ikke innhold fra Feltperm.</source>
        <translation>Pinnen har ikkje innhald frå Feltperm.</translation>
    </message>
    <message>
        <source>Pinnen har ikke innhold fra Feltperm. Ingen kilde er lagt til her.</source>
        <translation>Pinnen har ikkje innhald frå Feltperm. Inga kjelde er lagd til her.</translation>
    </message>
    <message>
        <source>Pinnen har ikke steder eller favoritter fra en kollega.</source>
        <translation>Pinnen har ikkje stader eller favorittar frå ein kollega.</translation>
    </message>
    <message>
        <source>Pinnen har samme innhold.</source>
        <translation>Pinnen har same innhald.</translation>
    </message>
    <message>
        <source>Pipe med røyk</source>
        <translation>Pipe med røyk</translation>
    </message>
    <message>
        <source>Plakaten er ikke større enn arket. Velg et større papir.</source>
        <translation>Plakaten er ikkje større enn arket. Vel eit større papir.</translation>
    </message>
    <message>
        <source>Plakaten finnes ikke i den formen.</source>
        <translation>Plakaten finst ikkje i den forma.</translation>
    </message>
    <message>
        <source>Plakaten finnes ikke på {language} ennå.</source>
        <translation>Plakaten finst ikkje på {language} enno.</translation>
    </message>
    <message>
        <source>Plakaten har en form som ikke kan lages her.</source>
        <translation>Plakaten har ei form som ikkje kan lagast her.</translation>
    </message>
    <message>
        <source>Plakaten har ingen steg å vise.</source>
        <translation>Plakaten har ingen steg å vise.</translation>
    </message>
    <message>
        <source>Plakaten har plass til {n} linjer.</source>
        <translation>Plakaten har plass til {n} linjer.</translation>
    </message>
    <message>
        <source>Plakaten mangler overskrift. Skriv en, og lagre igjen.</source>
        <translation>Plakaten manglar overskrift. Skriv ei, og lagre igjen.</translation>
    </message>
    <message>
        <source>Plakatene kan ikke lages: ordene på dem er skadet. Søk og akuttkort virker.</source>
        <translation>Plakatane kan ikkje lagast: orda på dei er skadde. Søk og akuttkort verkar.</translation>
    </message>
    <message>
        <source>Plass på disken</source>
        <translation>Plass på disken</translation>
    </message>
    <message>
        <source>Pris</source>
        <translation>Pris</translation>
    </message>
    <message>
        <source>Programmet</source>
        <translation>Programmet</translation>
    </message>
    <message>
        <source>Programmets eget innhold mangler.</source>
        <translation>Programmet sitt eige innhald manglar.</translation>
    </message>
    <message>
        <source>Prøveglass</source>
        <translation>Prøveglas</translation>
    </message>
    <message>
        <source>Påske</source>
        <translation>Påske</translation>
    </message>
    <message>
        <source>Ren sprøyte</source>
        <translation>Rein sprøyte</translation>
    </message>
    <message>
        <source>Rettet av dere {date}, ikke bekreftet</source>
        <translation>Retta av dykk {date}, ikkje stadfesta</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Ring</translation>
    </message>
    <message>
        <source>Rom med stol</source>
        <translation>Rom med stol</translation>
    </message>
    <message>
        <source>Rullestol</source>
        <translation>Rullestol</translation>
    </message>
    <message>
        <source>Råd</source>
        <translation>Råd</translation>
    </message>
    <message>
        <source>Samlingen er ikke her lenger.</source>
        <translation>Samlinga er ikkje her lenger.</translation>
    </message>
    <message>
        <source>Samlingen finnes ikke i permen.</source>
        <translation>Samlinga finst ikkje i permen.</translation>
    </message>
    <message>
        <source>Samlingen mangler navn. Skriv et navn, og lagre igjen.</source>
        <translation>Samlinga manglar namn. Skriv eit namn, og lagre igjen.</translation>
    </message>
    <message>
        <source>Se etter</source>
        <translation>Sjå etter</translation>
    </message>
    <message>
        <source>Se etter nytt innhold under «Oppdatering».</source>
        <translation>Sjå etter nytt innhald under «Oppdatering».</translation>
    </message>
    <message>
        <source>Se på dette</source>
        <translation>Sjå på dette</translation>
    </message>
    <message>
        <source>Seng</source>
        <translation>Seng</translation>
    </message>
    <message>
        <source>Sikkerhetskopier</source>
        <translation>Tryggingskopiar</translation>
    </message>
    <message>
        <source>Siste linje</source>
        <translation>Siste linje</translation>
    </message>
    <message>
        <source>Skjema med penn</source>
        <translation>Skjema med penn</translation>
    </message>
    <message>
        <source>Skjerm</source>
        <translation>Skjerm</translation>
    </message>
    <message>
        <source>Skjermen</source>
        <translation>Skjermen</translation>
    </message>
    <message>
        <source>Skjermleser</source>
        <translation>Skjermlesar</translation>
    </message>
    <message>
        <source>Skjold med kors</source>
        <translation>Skjold med kross</translation>
    </message>
    <message>
        <source>Skrevet {date}.</source>
        <translation>Skrive {date}.</translation>
    </message>
    <message>
        <source>Skriftene er på plass.</source>
        <translation>Skriftene er på plass.</translation>
    </message>
    <message>
        <source>Skrifter</source>
        <translation>Skrifter</translation>
    </message>
    <message>
        <source>Skrifter mangler.</source>
        <translation>Skrifter manglar.</translation>
    </message>
    <message>
        <source>Skriv det som er riktig.</source>
        <translation>Skriv det som er rett.</translation>
    </message>
    <message>
        <source>Skriv hvor oppslaget henger, og lagre igjen.</source>
        <translation>Skriv kvar oppslaget heng, og lagre igjen.</translation>
    </message>
    <message>
        <source>Skrivere</source>
        <translation>Skrivarar</translation>
    </message>
    <message>
        <source>Skriveren ble borte. Ingenting er sendt. Velg en annen.</source>
        <translation>Skrivaren vart borte. Ingenting er sendt. Vel ein annan.</translation>
    </message>
    <message>
        <source>Skriveren er stoppet. Arket kommer når den er i gang igjen.</source>
        <translation>Skrivaren er stoppa. Arket kjem når han er i gang igjen.</translation>
    </message>
    <message>
        <source>Skriveren har {has}, plakaten er {size}</source>
        <translation>Skrivaren har {has}, plakaten er {size}</translation>
    </message>
    <message>
        <source>Skriveren har {has}, største plakat er {size}</source>
        <translation>Skrivaren har {has}, største plakat er {size}</translation>
    </message>
    <message>
        <source>Skriveren svarer ikke. Ingenting er sendt. Prøv igjen, eller lagre PDF.</source>
        <translation>Skrivaren svarer ikkje. Ingenting er sendt. Prøv igjen, eller lagre PDF.</translation>
    </message>
    <message>
        <source>Skriveren svarer ikke. Se etter arket før du sender på nytt.</source>
        <translation>Skrivaren svarer ikkje. Sjå etter arket før du sender på nytt.</translation>
    </message>
    <message>
        <source>Skriveren tar ikke imot noe nå. Velg en annen, eller lagre PDF.</source>
        <translation>Skrivaren tek ikkje imot noko no. Vel ein annan, eller lagre PDF.</translation>
    </message>
    <message>
        <source>Skriveren tok ikke imot arket. Prøv igjen, eller lagre PDF.</source>
        <translation>Skrivaren tok ikkje imot arket. Prøv igjen, eller lagre PDF.</translation>
    </message>
    <message>
        <source>Skriverne svarer ikke. Lagre PDF og skriv ut fra en annen maskin.</source>
        <translation>Skrivarane svarer ikkje. Lagre PDF og skriv ut frå ei anna maskin.</translation>
    </message>
    <message>
        <source>Skålvekt</source>
        <translation>Skålvekt</translation>
    </message>
    <message>
        <source>Slag</source>
        <translation>Slag</translation>
    </message>
    <message>
        <source>Slik kommer du inn</source>
        <translation>Slik kjem du inn</translation>
    </message>
    <message>
        <source>Slik ser det ut</source>
        <translation>Slik ser det ut</translation>
    </message>
    <message>
        <source>Snakkebobler med to språk</source>
        <translation>Snakkebobler med to språk</translation>
    </message>
    <message>
        <source>Spire</source>
        <translation>Spire</translation>
    </message>
    <message>
        <source>Språk</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Spør den som drifter maskinen. Minnepinne virker.</source>
        <translation>Spør den som driftar maskina. Minnepinne verkar.</translation>
    </message>
    <message>
        <source>Spør om</source>
        <translation>Spør om</translation>
    </message>
    <message>
        <source>Spørsmål</source>
        <translation>Spørsmål</translation>
    </message>
    <message>
        <source>Stabilt sideleie</source>
        <translation>Stabilt sideleie</translation>
    </message>
    <message>
        <source>Start programmet på nytt, så lages en ny.</source>
        <translation>Start programmet på nytt, så blir det laga ein ny.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Sted</source>
        <translation>Stad</translation>
    </message>
    <message>
        <source>Sted på kartet</source>
        <translation>Stad på kartet</translation>
    </message>
    <message>
        <source>Steder og favoritter på pinnen kan ikke leses.</source>
        <translation>Stader og favorittar på pinnen kan ikkje lesast.</translation>
    </message>
    <message>
        <source>Stedet finnes ikke i permen.</source>
        <translation>Staden finst ikkje i permen.</translation>
    </message>
    <message>
        <source>Stedet mangler navn. Skriv et navn, og lagre igjen.</source>
        <translation>Staden manglar namn. Skriv eit namn, og lagre igjen.</translation>
    </message>
    <message>
        <source>Steg for steg</source>
        <translation>Steg for steg</translation>
    </message>
    <message>
        <source>Steg {n}</source>
        <translation>Steg {n}</translation>
    </message>
    <message>
        <source>Stetoskop</source>
        <translation>Stetoskop</translation>
    </message>
    <message>
        <source>Still klokka. Ellers godtas ikke nytt innhold.</source>
        <translation>Still klokka. Elles blir ikkje nytt innhald godteke.</translation>
    </message>
    <message>
        <source>Suppebolle med damp</source>
        <translation>Suppebolle med damp</translation>
    </message>
    <message>
        <source>Sykehus</source>
        <translation>Sjukehus</translation>
    </message>
    <message>
        <source>Søkedataene kan ikke lagres her. Oppstarten tar litt lenger tid.</source>
        <translation>Søkjedataa kan ikkje lagrast her. Oppstarten tek litt lengre tid.</translation>
    </message>
    <message>
        <source>Søkedataene kan ikke leses. Permen er trygg, og akuttkortet virker.</source>
        <translation>Søkjedataa kan ikkje lesast. Permen er trygg, og akuttkortet verkar.</translation>
    </message>
    <message>
        <source>Søkedataene kunne ikke lages. Permen er trygg.</source>
        <translation>Søkjedataa kunne ikkje lagast. Permen er trygg.</translation>
    </message>
    <message>
        <source>Søket</source>
        <translation>Søket</translation>
    </message>
    <message>
        <source>Søket er bygd på nytt.</source>
        <translation>Søket er bygd på nytt.</translation>
    </message>
    <message>
        <source>Søket er skadet.</source>
        <translation>Søket er skadd.</translation>
    </message>
    <message>
        <source>Tann</source>
        <translation>Tann</translation>
    </message>
    <message>
        <source>Tegnet «{sign}» kan ikke skrives ut. Ta det bort, og prøv igjen.</source>
        <translation>Teiknet «{sign}» kan ikkje skrivast ut. Ta det bort, og prøv igjen.</translation>
    </message>
    <message>
        <source>Tekst</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Teksten er for lang. Det er plass til {n} tegn.</source>
        <translation>Teksten er for lang. Det er plass til {n} teikn.</translation>
    </message>
    <message>
        <source>Teksten er ikke fagkontrollert.</source>
        <translation>Teksten er ikkje fagkontrollert.</translation>
    </message>
    <message>
        <source>Teksten får ikke plass i {paper}. Kort den ned, eller velg {larger}.</source>
        <translation>Teksten får ikkje plass i {paper}. Kort han ned, eller vel {larger}.</translation>
    </message>
    <message>
        <source>Teksten får ikke plass i {paper}. Kort den ned.</source>
        <translation>Teksten får ikkje plass i {paper}. Kort han ned.</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Telefon med lyn</source>
        <translation>Telefon med lyn</translation>
    </message>
    <message>
        <source>Telefonnummeret er ikke bekreftet.</source>
        <translation>Telefonnummeret er ikkje stadfesta.</translation>
    </message>
    <message>
        <source>Telefonnummeret kan ikke ringes. Skriv ett nummer, med bare tall.</source>
        <translation>Telefonnummeret kan ikkje ringjast. Skriv eitt nummer, med berre tal.</translation>
    </message>
    <message>
        <source>Telefonrør</source>
        <translation>Telefonrøyr</translation>
    </message>
    <message>
        <source>Tider</source>
        <translation>Tider</translation>
    </message>
    <message>
        <source>Til orientering</source>
        <translation>Til orientering</translation>
    </message>
    <message>
        <source>Tilbud</source>
        <translation>Tilbod</translation>
    </message>
    <message>
        <source>Tilgjengelighet</source>
        <translation>Tilgjenge</translation>
    </message>
    <message>
        <source>Tilstand</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Tittel</source>
        <translation>Tittel</translation>
    </message>
    <message>
        <source>Tjeneren svarer ikke som den skal. Prøv igjen senere.</source>
        <translation>Tenaren svarer ikkje som han skal. Prøv igjen seinare.</translation>
    </message>
    <message>
        <source>Tjeneren til {avsender} svarer ikke som den skal. Prøv igjen senere.</source>
        <translation>Tenaren til {avsender} svarer ikkje som han skal. Prøv igjen seinare.</translation>
    </message>
    <message>
        <source>To personer</source>
        <translation>To personar</translation>
    </message>
    <message>
        <source>To personer med avstand</source>
        <translation>To personar med avstand</translation>
    </message>
    <message>
        <source>To personer som går sammen</source>
        <translation>To personar som går saman</translation>
    </message>
    <message>
        <source>To personer som ikke deler</source>
        <translation>To personar som ikkje deler</translation>
    </message>
    <message>
        <source>To snakkebobler</source>
        <translation>To snakkebobler</translation>
    </message>
    <message>
        <source>To stoffer som ikke blandes</source>
        <translation>To stoff som ikkje blir blanda</translation>
    </message>
    <message>
        <source>Toalett</source>
        <translation>Toalett</translation>
    </message>
    <message>
        <source>Tommel som trykker inn et stempel</source>
        <translation>Tommel som trykkjer inn eit stempel</translation>
    </message>
    <message>
        <source>Trapp som går ned</source>
        <translation>Trapp som går ned</translation>
    </message>
    <message>
        <source>Trinn</source>
        <translation>Trinn</translation>
    </message>
    <message>
        <source>Trukket tilbake</source>
        <translation>Trekt tilbake</translation>
    </message>
    <message>
        <source>Trukket tilbake {date}. Ta ned plakatene.</source>
        <translation>Trekt tilbake {date}. Ta ned plakatane.</translation>
    </message>
    <message>
        <source>Trukket tilbake. Ta ned plakaten.</source>
        <translation>Trekt tilbake. Ta ned plakaten.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Undertittel</source>
        <translation>Undertittel</translation>
    </message>
    <message>
        <source>Utdelingsarket finnes ikke på dette språket.</source>
        <translation>Utdelingsarket finst ikkje på dette språket.</translation>
    </message>
    <message>
        <source>Uten dato.</source>
        <translation>Utan dato.</translation>
    </message>
    <message>
        <source>Uten nett. Innholdet ditt er uendret.</source>
        <translation>Utan nett. Innhaldet ditt er uendra.</translation>
    </message>
    <message>
        <source>Uten nett. Innholdet er fra {dato}.</source>
        <translation>Utan nett. Innhaldet er frå {dato}.</translation>
    </message>
    <message>
        <source>Uten time</source>
        <translation>Utan timeavtale</translation>
    </message>
    <message>
        <source>Uten tittel</source>
        <translation>Utan tittel</translation>
    </message>
    <message>
        <source>Utseende på plakaten</source>
        <translation>Utsjånad på plakaten</translation>
    </message>
    <message>
        <source>Utskriften er avbrutt.</source>
        <translation>Utskrifta er avbroten.</translation>
    </message>
    <message>
        <source>Utskriften stoppet. Ingenting er sendt. Prøv igjen, eller lagre PDF.</source>
        <translation>Utskrifta stoppa. Ingenting er sendt. Prøv igjen, eller lagre PDF.</translation>
    </message>
    <message>
        <source>Vanndråpe</source>
        <translation>Vassdrope</translation>
    </message>
    <message>
        <source>Varmeovn</source>
        <translation>Varmeomn</translation>
    </message>
    <message>
        <source>Varsel fra {who}</source>
        <translation>Varsel frå {who}</translation>
    </message>
    <message>
        <source>Varselplakaten finnes ikke på {name} ennå.</source>
        <translation>Varselplakaten finst ikkje på {name} enno.</translation>
    </message>
    <message>
        <source>Varselplakater kan ikke lages: setningene på dem er skadet. Varselet kan leses.</source>
        <translation>Varselplakatar kan ikkje lagast: setningane på dei er skadde. Varselet kan lesast.</translation>
    </message>
    <message>
        <source>Vaskemaskin</source>
        <translation>Vaskemaskin</translation>
    </message>
    <message>
        <source>Velg en fra lista.</source>
        <translation>Vel ein frå lista.</translation>
    </message>
    <message>
        <source>Velg et tilbud med faste tider.</source>
        <translation>Vel eit tilbod med faste tider.</translation>
    </message>
    <message>
        <source>Ventetid</source>
        <translation>Ventetid</translation>
    </message>
    <message>
        <source>Vinduet kan ikke åpnes: {reason}. «feltperm search» virker uten vindu.</source>
        <translation>Vindauget kan ikkje opnast: {reason}. «feltperm search» verkar utan vindauge.</translation>
    </message>
    <message>
        <source>Vinduet tegnes av systemet.</source>
        <translation>Vindauget blir teikna av systemet.</translation>
    </message>
    <message>
        <source>Vinduet tegnes med {name}.</source>
        <translation>Vindauget blir teikna med {name}.</translation>
    </message>
    <message>
        <source>Virker.</source>
        <translation>Verkar.</translation>
    </message>
    <message>
        <source>adresse</source>
        <translation>adresse</translation>
    </message>
    <message>
        <source>alle dager</source>
        <translation>alle dagar</translation>
    </message>
    <message>
        <source>andre dager: stengt</source>
        <translation>andre dagar: stengt</translation>
    </message>
    <message>
        <source>andre juledag</source>
        <translation>andre juledag</translation>
    </message>
    <message>
        <source>andre påskedag</source>
        <translation>andre påskedag</translation>
    </message>
    <message>
        <source>arabisk</source>
        <translation>arabisk</translation>
    </message>
    <message>
        <source>bokmål</source>
        <translation>bokmål</translation>
    </message>
    <message>
        <source>engelsk</source>
        <translation>engelsk</translation>
    </message>
    <message>
        <source>er skadet</source>
        <translation>er skadd</translation>
    </message>
    <message>
        <source>ett</source>
        <translation>eitt</translation>
    </message>
    <message>
        <source>fem</source>
        <translation>fem</translation>
    </message>
    <message>
        <source>fire</source>
        <translation>fire</translation>
    </message>
    <message>
        <source>fra {first}</source>
        <translation>frå {first}</translation>
    </message>
    <message>
        <source>fra {first} til {last}</source>
        <translation>frå {first} til {last}</translation>
    </message>
    <message>
        <source>fredag</source>
        <translation>fredag</translation>
    </message>
    <message>
        <source>første juledag</source>
        <translation>første juledag</translation>
    </message>
    <message>
        <source>første nyttårsdag</source>
        <translation>første nyttårsdag</translation>
    </message>
    <message>
        <source>første påskedag</source>
        <translation>første påskedag</translation>
    </message>
    <message>
        <source>hele døgnet</source>
        <translation>heile døgnet</translation>
    </message>
    <message>
        <source>hele landet</source>
        <translation>heile landet</translation>
    </message>
    <message>
        <source>ikke avklart</source>
        <translation>ikkje avklart</translation>
    </message>
    <message>
        <source>ikke oppgitt</source>
        <translation>ikkje oppgitt</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>julaften</source>
        <translation>julaftan</translation>
    </message>
    <message>
        <source>kl. {interval}</source>
        <translation>kl. {interval}</translation>
    </message>
    <message>
        <source>krever en nyere versjon av Feltperm</source>
        <translation>krev ein nyare versjon av Feltperm</translation>
    </message>
    <message>
        <source>langfredag</source>
        <translation>langfredag</translation>
    </message>
    <message>
        <source>lørdag</source>
        <translation>laurdag</translation>
    </message>
    <message>
        <source>mandag</source>
        <translation>måndag</translation>
    </message>
    <message>
        <source>nei</source>
        <translation>nei</translation>
    </message>
    <message>
        <source>ni</source>
        <translation>ni</translation>
    </message>
    <message>
        <source>nordsamisk</source>
        <translation>nordsamisk</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>nynorsk</source>
        <translation>nynorsk</translation>
    </message>
    <message>
        <source>nyttårsaften</source>
        <translation>nyttårsaftan</translation>
    </message>
    <message>
        <source>onsdag</source>
        <translation>onsdag</translation>
    </message>
    <message>
        <source>palmesøndag</source>
        <translation>palmesøndag</translation>
    </message>
    <message>
        <source>polsk</source>
        <translation>polsk</translation>
    </message>
    <message>
        <source>på denne maskinen</source>
        <translation>på denne maskina</translation>
    </message>
    <message>
        <source>påskeaften</source>
        <translation>påskeaftan</translation>
    </message>
    <message>
        <source>seks</source>
        <translation>seks</translation>
    </message>
    <message>
        <source>sju</source>
        <translation>sju</translation>
    </message>
    <message>
        <source>skjærtorsdag</source>
        <translation>skjærtorsdag</translation>
    </message>
    <message>
        <source>som vanlig</source>
        <translation>som vanleg</translation>
    </message>
    <message>
        <source>somali</source>
        <translation>somali</translation>
    </message>
    <message>
        <source>stengt</source>
        <translation>stengt</translation>
    </message>
    <message>
        <source>søndag</source>
        <translation>søndag</translation>
    </message>
    <message>
        <source>telefon</source>
        <translation>telefon</translation>
    </message>
    <message>
        <source>ti</source>
        <translation>ti</translation>
    </message>
    <message>
        <source>til {last}</source>
        <translation>til {last}</translation>
    </message>
    <message>
        <source>tirsdag</source>
        <translation>tysdag</translation>
    </message>
    <message>
        <source>to</source>
        <translation>to</translation>
    </message>
    <message>
        <source>torsdag</source>
        <translation>torsdag</translation>
    </message>
    <message>
        <source>tre</source>
        <translation>tre</translation>
    </message>
    <message>
        <source>ukrainsk</source>
        <translation>ukrainsk</translation>
    </message>
    <message>
        <source>{avsender} tilbyr eldre innhold enn før. Det er ikke tatt i bruk.</source>
        <translation>{avsender} tilbyr eldre innhald enn før. Det er ikkje teke i bruk.</translation>
    </message>
    <message>
        <source>{box} er ikke lenger i permen.</source>
        <translation>{box} er ikkje lenger i permen.</translation>
    </message>
    <message>
        <source>{change} til og med {date}.</source>
        <translation>{change} til og med {date}.</translation>
    </message>
    <message>
        <source>{change}.</source>
        <translation>{change}.</translation>
    </message>
    <message>
        <source>{days}: ikke avklart. Ring før du går</source>
        <translation>{days}: ikkje avklart. Ring før du går</translation>
    </message>
    <message>
        <source>{facts}. Velg en annen skriver, eller lagre PDF.</source>
        <translation>{facts}. Vel ein annan skrivar, eller lagre PDF.</translation>
    </message>
    <message>
        <source>{facts}: deles på {count} ark.</source>
        <translation>{facts}: blir delt på {count} ark.</translation>
    </message>
    <message>
        <source>{facts}: står midt på arket.</source>
        <translation>{facts}: står midt på arket.</translation>
    </message>
    <message>
        <source>{first} og {n} til</source>
        <translation>{first} og {n} til</translation>
    </message>
    <message>
        <source>{name} er ikke godkjent som avsender av nasjonalt innhold.</source>
        <translation>{name} er ikkje godkjend som avsendar av nasjonalt innhald.</translation>
    </message>
    <message>
        <source>{name} mangler {what}.</source>
        <translation>{name} manglar {what}.</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>{n} MB er ledig.</source>
        <translation>{n} MB er ledig.</translation>
    </message>
    <message>
        <source>{n} endrede</source>
        <translation>{n} endra</translation>
    </message>
    <message>
        <source>{n} endret</source>
        <translation>{n} endra</translation>
    </message>
    <message>
        <source>{n} fjernet</source>
        <translation>{n} fjerna</translation>
    </message>
    <message>
        <source>{n} innhold er hele.</source>
        <translation>{n} innhald er heile.</translation>
    </message>
    <message>
        <source>{n} kilder. Sist svar {date}.</source>
        <translation>{n} kjelder. Sist svar {date}.</translation>
    </message>
    <message>
        <source>{n} ny</source>
        <translation>{n} ny</translation>
    </message>
    <message>
        <source>{n} nye</source>
        <translation>{n} nye</translation>
    </message>
    <message>
        <source>{n} oppføringer kan søkes i.</source>
        <translation>{n} oppføringar kan søkjast i.</translation>
    </message>
    <message>
        <source>{n} oppslag må byttes</source>
        <translation>{n} oppslag må bytast</translation>
    </message>
    <message>
        <source>{n} oppslag må byttes, {m} må tas ned</source>
        <translation>{n} oppslag må bytast, {m} må takast ned</translation>
    </message>
    <message>
        <source>{n} oppslag må tas ned</source>
        <translation>{n} oppslag må takast ned</translation>
    </message>
    <message>
        <source>{n} side</source>
        <translation>{n} side</translation>
    </message>
    <message>
        <source>{n} sider</source>
        <translation>{n} sider</translation>
    </message>
    <message>
        <source>{n} skrivere: {names}.</source>
        <translation>{n} skrivarar: {names}.</translation>
    </message>
    <message>
        <source>{part} av {whole}</source>
        <translation>{part} av {whole}</translation>
    </message>
    <message>
        <source>{period}: {text}.</source>
        <translation>{period}: {text}.</translation>
    </message>
    <message>
        <source>{what} alle dager</source>
        <translation>{what} alle dagar</translation>
    </message>
    <message>
        <source>{what} {days}</source>
        <translation>{what} {days}</translation>
    </message>
    <message>
        <source>«{missing}» mangler</source>
        <translation>«{missing}» manglar</translation>
    </message>
    <message>
        <source>«{name}» finnes allerede. Velg et annet navn.</source>
        <translation>«{name}» finst allereie. Vel eit anna namn.</translation>
    </message>
    <message>
        <source>«{title}» er ikke et tilbud. Bare tilbud kan stå på arket.</source>
        <translation>«{title}» er ikkje eit tilbod. Berre tilbod kan stå på arket.</translation>
    </message>
    <message>
        <source>«{title}» har ingen faste tider i innholdet.</source>
        <translation>«{title}» har ingen faste tider i innhaldet.</translation>
    </message>
    <message>
        <source>Åpningstid</source>
        <translation>Opningstid</translation>
    </message>
    <message>
        <source>Én kilde. Sist svar {date}.</source>
        <translation>Éi kjelde. Sist svar {date}.</translation>
    </message>
    <message>
        <source>Én oppføring kan søkes i.</source>
        <translation>Éi oppføring kan søkjast i.</translation>
    </message>
    <message>
        <source>Én skriver: {names}.</source>
        <translation>Éin skrivar: {names}.</translation>
    </message>
    <message>
        <source>Øre som lytter</source>
        <translation>Øyre som lyttar</translation>
    </message>
    <message>
        <source>åpent {hours}</source>
        <translation>ope {hours}</translation>
    </message>
    <message>
        <source>åpningstid</source>
        <translation>opningstid</translation>
    </message>
    <message>
        <source>åtte</source>
        <translation>åtte</translation>
    </message>
</context>
</TS>
