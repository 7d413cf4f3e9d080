<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb_NO" sourcelanguage="nb_NO">
<context>
    <name>Bodies</name>
    <message numerus="yes">
        <source>%n steder i {place} har ikke oppgitt åpningstid.</source>
        <translation>
            <numerusform>%n sted i {place} har ikke oppgitt åpningstid.</numerusform>
            <numerusform>%n steder i {place} har ikke oppgitt åpningstid.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollectionExchange</name>
    <message numerus="yes">
        <source>%n egne oppføringer</source>
        <translation>
            <numerusform>%n egen oppføring</numerusform>
            <numerusform>%n egne oppføringer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n er ikke i innholdet her.</source>
        <translation>
            <numerusform>%n er ikke i innholdet her.</numerusform>
            <numerusform>%n er ikke i innholdet her.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n favoritter</source>
        <translation>
            <numerusform>%n favoritt</numerusform>
            <numerusform>%n favoritter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n har dere fra før.</source>
        <translation>
            <numerusform>%n har dere fra før.</numerusform>
            <numerusform>%n har dere fra før.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n heter det samme som noe dere har, men sier noe annet. Begge blir med.</source>
        <translation>
            <numerusform>%n heter det samme som noe dere har, men sier noe annet. Begge blir med.</numerusform>
            <numerusform>%n heter det samme som noe dere har, men sier noe annet. Begge blir med.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kan ikke brukes her, og blir ikke med.</source>
        <translation>
            <numerusform>%n kan ikke brukes her, og blir ikke med.</numerusform>
            <numerusform>%n kan ikke brukes her, og blir ikke med.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n samlinger</source>
        <translation>
            <numerusform>%n samling</numerusform>
            <numerusform>%n samlinger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steder</source>
        <translation>
            <numerusform>%n sted</numerusform>
            <numerusform>%n steder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollectionsTab</name>
    <message numerus="yes">
        <source>%n oppføringer</source>
        <translation>
            <numerusform>%n oppføring</numerusform>
            <numerusform>%n oppføringer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message numerus="yes">
        <source>%n har ikke oppgitt hvem det er for</source>
        <translation>
            <numerusform>%n har ikke oppgitt hvem det er for</numerusform>
            <numerusform>%n har ikke oppgitt hvem det er for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n har ikke oppgitt {x}</source>
        <translation>
            <numerusform>%n har ikke oppgitt {x}</numerusform>
            <numerusform>%n har ikke oppgitt {x}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ingen er bekreftet {x}. %n har ikke oppgitt det.</source>
        <translation>
            <numerusform>Ingen er bekreftet {x}. %n har ikke oppgitt det.</numerusform>
            <numerusform>Ingen er bekreftet {x}. %n har ikke oppgitt det.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ingen for {place} er bekreftet {x}. %n har ikke oppgitt det.</source>
        <translation>
            <numerusform>Ingen for {place} er bekreftet {x}. %n har ikke oppgitt det.</numerusform>
            <numerusform>Ingen for {place} er bekreftet {x}. %n har ikke oppgitt det.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdings</name>
    <message numerus="yes">
        <source>%n egne oppføringer</source>
        <translation>
            <numerusform>%n egen oppføring</numerusform>
            <numerusform>%n egne oppføringer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n favoritter</source>
        <translation>
            <numerusform>%n favoritt</numerusform>
            <numerusform>%n favoritter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notater</source>
        <translation>
            <numerusform>%n notat</numerusform>
            <numerusform>%n notater</numerusform>
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
            <numerusform>%n samlinger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steder</source>
        <translation>
            <numerusform>%n sted</numerusform>
            <numerusform>%n steder</numerusform>
        </translation>
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
</context>
<context>
    <name>PrivacyGroup</name>
    <message numerus="yes">
        <source>%n søk uten treff er tatt vare på.</source>
        <translation>
            <numerusform>%n søk uten treff er tatt vare på.</numerusform>
            <numerusform>%n søk uten treff er tatt vare på.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message numerus="yes">
        <source>%n oppføringer</source>
        <translation>
            <numerusform>%n oppføring</numerusform>
            <numerusform>%n oppføringer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n oppføringer</source>
        <translation>
            <numerusform>%n oppføring</numerusform>
            <numerusform>%n oppføringer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WallTab</name>
    <message numerus="yes">
        <source>%n oppslag viser vanlige åpningstider.</source>
        <translation>
            <numerusform>%n oppslag viser vanlige åpningstider.</numerusform>
            <numerusform>%n oppslag viser vanlige åpningstider.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n treff på bare «{q}»</source>
        <translation>
            <numerusform>%n treff på bare «{q}»</numerusform>
            <numerusform>%n treff på bare «{q}»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n treff på «{q}»</source>
        <translation>
            <numerusform>%n treff på «{q}»</numerusform>
            <numerusform>%n treff på «{q}»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ikke sjekket på %n måneder</source>
        <translation>
            <numerusform>Ikke sjekket på %n måned</numerusform>
            <numerusform>Ikke sjekket på %n måneder</numerusform>
        </translation>
    </message>
</context>
</TS>
