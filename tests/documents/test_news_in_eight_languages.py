"""News sentences in eight languages: shared constructions, each with other verbs and nouns than its table's first ones. All invented."""

from __future__ import annotations

import pytest

from tests.documents.reading import claims, words

NEWS = [
    (
        "es",
        "flight",
        "El aterrizaje de un An-124 en Asmara el 3 de marzo fue confirmado por la torre de control.",
        {"aircraft": "un An-124", "destination": "Asmara"},
    ),
    (
        "es",
        "flight",
        "La aeronave, que había despegado de Ostrava, transportaba 12 toneladas de munición.",
        {"origin": "Ostrava"},
    ),
    ("es", "transfer", "Los cajones fueron descargados de un Antonov An-26 por soldados.", {"object": "Los cajones"}),
    (
        "es",
        "transfer",
        "Soldados descargaron de un Antonov An-26 unas veinte cajas de fusiles.",
        {"object": "fusiles", "quantity": "unas veinte cajas"},
    ),
    (
        "es",
        "transfer",
        "La entrega de doce blindados al ejército de Chad se realizó en febrero.",
        {"object": "blindados", "quantity": "doce", "recipient": "ejército de Chad"},
    ),
    (
        "es",
        "transfer",
        "Serbia ha enviado a Chad varios contenedores con morteros.",
        {"actor": "Serbia", "recipient": "Chad", "object": "morteros"},
    ),
    (
        "es",
        "role",
        "La empresa pertenece al magnate Rashid Umarov.",
        {"actor": "Rashid Umarov", "object": "La empresa"},
    ),
    (
        "es",
        "role",
        "Sary Arka Air, propiedad del empresario Rashid Umarov, opera dos aviones.",
        {"actor": "Rashid Umarov", "object": "Sary Arka Air"},
    ),
    (
        "es",
        "role",
        "Rashid Umarov, dueño de Sary Arka Air, negó los hechos.",
        {"actor": "Rashid Umarov", "object": "Sary Arka Air"},
    ),
    ("es", "role", "Al frente de la compañía está Rashid Umarov.", {"actor": "Rashid Umarov", "object": "la compañía"}),
    (
        "es",
        "role",
        "El director de la aerolínea, Rashid Umarov, no respondió.",
        {"actor": "Rashid Umarov", "object": "El director de la aerolínea"},
    ),
    (
        "es",
        "role",
        "Rashid Umarov, que dirige la aerolínea desde 2019, no respondió.",
        {"actor": "Rashid Umarov", "object": "la aerolínea"},
    ),
    (
        "es",
        "role",
        "La compañía está dirigida desde 2019 por el ex coronel Rashid Umarov.",
        {"actor": "Rashid Umarov", "object": "La compañía"},
    ),
    (
        "es",
        "role",
        "Su director general es Rashid Umarov.",
        {"actor": "Rashid Umarov", "object": "Su director general"},
    ),
    (
        "es",
        "designation",
        "Estados Unidos incluyó a Sary Arka Air en su lista de sanciones en 2022 por trasladar drones.",
        {"actor": "Estados Unidos", "object": "Sary Arka Air", "reason": "trasladar drones"},
    ),
    (
        "es",
        "designation",
        "Sary Arka Air fue sancionada por la Unión Europea en mayo de 2021.",
        {"actor": "la Unión Europea", "object": "Sary Arka Air"},
    ),
    (
        "es",
        "manufacture",
        "Los drones son ensamblados en Isfahán por la empresa Pars Avia.",
        {"actor": "Pars Avia", "object": "Los drones", "place": "Isfahán"},
    ),
    (
        "es",
        "manufacture",
        "La fábrica Pars Avia produce drones Shahin en Isfahán.",
        {"actor": "Pars Avia", "object": "drones Shahin", "place": "Isfahán"},
    ),
    (
        "es",
        "arrest",
        "La policía de Dubái detuvo el jueves al comerciante Omar Salih por contrabando de motores.",
        {"actor": "La policía de Dubái", "object": "Omar Salih", "reason": "contrabando de motores"},
    ),
    (
        "es",
        "arrest",
        "Dos tripulantes fueron arrestados en Jartum.",
        {"object": "tripulantes", "quantity": "Dos", "place": "Jartum"},
    ),
    (
        "es",
        "arrest",
        "La aduana de Ghana halló en el puerto de Tema 400 pistolas.",
        {"actor": "La aduana de Ghana", "object": "pistolas", "quantity": "400", "place": "el puerto de Tema"},
    ),
    (
        "es",
        "trade_total",
        "Chad gastó 40 millones de dólares en drones turcos en 2023.",
        {"recipient": "Chad", "quantity": "40 millones de dólares", "object": "drones turcos"},
    ),
    (
        "es",
        "trade_total",
        "Las importaciones de armas de Chad desde Serbia sumaron 12 millones de euros en 2022.",
        {"object": "armas", "quantity": "12 millones de euros"},
    ),
    (
        "es",
        "casualties",
        "Un ataque con drones causó 14 muertos en El Fasher.",
        {"quantity": "14", "place": "El Fasher"},
    ),
    (
        "es",
        "visit",
        "El ministro de Defensa chadiano, Daoud Yaya, viajó en febrero a Belgrado.",
        {"actor": "Daoud Yaya", "destination": "Belgrado"},
    ),
    (
        "es",
        "visit",
        "Una delegación encabezada por el general Idriss Mahamat fue recibida en Belgrado el martes.",
        {"actor": "Una delegación", "destination": "Belgrado"},
    ),
    (
        "es",
        "visit",
        "Ingenieros serbios estuvieron en Yamena durante dos semanas.",
        {"actor": "Ingenieros serbios", "destination": "Yamena"},
    ),
    (
        "es",
        "transfer",
        "El avión habría llevado fusiles a Darfur, según una fuente aeroportuaria.",
        {"carrier": "El avión", "object": "fusiles", "destination": "Darfur"},
    ),
    (
        "es",
        "transfer",
        "El aparato transportaría piezas de drones, afirmó un funcionario de aduanas.",
        {"carrier": "El aparato", "object": "piezas de drones"},
    ),
    (
        "es",
        "transfer",
        "Fuentes del ministerio señalaron que el carguero entregó misiles a las milicias.",
        {"carrier": "el carguero", "object": "misiles", "recipient": "las milicias"},
    ),
    (
        "es",
        "flight",
        "De acuerdo con los registros de vuelo consultados por este diario, el Boeing aterrizó en Bengasi el 2 de marzo.",
        {"aircraft": "el Boeing", "destination": "Bengasi"},
    ),
    ("es", "transfer", "El gobierno desmintió que el avión llevara armas.", {"carrier": "el avión", "object": "armas"}),
    (
        "es",
        "flight",
        "La llegada de un Il-76 a Bengasi preocupa a los diplomáticos.",
        {"aircraft": "un Il-76", "destination": "Bengasi"},
    ),
    ("es", "transfer", "A bordo viajaban 40 cajas de munición.", {"object": "munición", "quantity": "40 cajas"}),
    ("es", "transfer", "El cargamento, 40 cajas de munición, fue entregado a la milicia.", {"recipient": "la milicia"}),
    (
        "es",
        "flight",
        "La compañía realizó al menos seis vuelos entre Sharjah y Kufra en enero.",
        {"actor": "La compañía", "count": "al menos seis", "origin": "Sharjah", "destination": "Kufra"},
    ),
    (
        "es",
        "flight",
        "El Boeing enlazó Sharjah con Kufra cuatro veces en enero.",
        {"aircraft": "El Boeing", "count": "cuatro veces"},
    ),
    (
        "es",
        "flight",
        "El carguero volvió a Sharjah la misma noche.",
        {"aircraft": "El carguero", "destination": "Sharjah"},
    ),
    (
        "es",
        "transfer",
        "La firma vendió 200 drones a Etiopía.",
        {"actor": "La firma", "object": "drones", "quantity": "200", "recipient": "Etiopía"},
    ),
    (
        "es",
        "transfer",
        "Etiopía compró 200 drones a la firma turca Kaya Savunma.",
        {"recipient": "Etiopía", "object": "drones", "quantity": "200", "actor": "Kaya Savunma"},
    ),
    (
        "es",
        "flight",
        "Tres vuelos de un Il-76 de la bielorrusa Ruda Avia alcanzaron Bengasi desde Minsk en mayo.",
        {"aircraft": "un Il-76", "actor": "Ruda Avia", "destination": "Bengasi", "origin": "Minsk", "count": "Tres"},
    ),
    (
        "es",
        "transfer",
        "Del vientre del avión salieron doce cajas de ametralladoras.",
        {"object": "ametralladoras", "quantity": "doce cajas"},
    ),
    (
        "es",
        "role",
        "La aerolínea está en manos del empresario Pavel Drozd.",
        {"actor": "Pavel Drozd", "object": "La aerolínea"},
    ),
    (
        "es",
        "role",
        "Ruda Avia, cuyo dueño es Pavel Drozd, no contestó.",
        {"actor": "Pavel Drozd", "object": "Ruda Avia"},
    ),
    (
        "es",
        "designation",
        "Sobre Ruda Avia pesan desde 2021 sanciones de la Unión Europea.",
        {"object": "Ruda Avia", "actor": "la Unión Europea"},
    ),
    (
        "es",
        "designation",
        "Washington castigó en 2021 a la compañía con sanciones por llevar fusiles a Malí.",
        {"actor": "Washington", "object": "la compañía"},
    ),
    (
        "es",
        "arrest",
        "Un intermediario maltés, Joe Vella, cumple prisión preventiva desde marzo.",
        {"object": "Joe Vella"},
    ),
    (
        "es",
        "trade_total",
        "Malí pagó 18 millones de euros por helicópteros rusos.",
        {"recipient": "Malí", "object": "helicópteros rusos", "quantity": "18 millones de euros"},
    ),
    (
        "es",
        "visit",
        "Técnicos bielorrusos pasaron dos semanas en Bamako.",
        {"actor": "Técnicos bielorrusos", "destination": "Bamako"},
    ),
    (
        "es",
        "transfer",
        "«Ese carguero traía misiles», jura un antiguo empleado de la torre.",
        {"carrier": "Ese carguero", "object": "misiles"},
    ),
    (
        "es",
        "transfer",
        "Un segundo envío de munición habría llegado a Bengasi el 9 de mayo.",
        {"object": "munición", "destination": "Bengasi"},
    ),
    (
        "fr",
        "flight",
        "Trois vols d'un Il-76 de la biélorusse Ruda Avia ont rallié Bengazi depuis Minsk en mai.",
        {"aircraft": "un Il-76", "actor": "Ruda Avia", "destination": "Bengazi", "origin": "Minsk", "count": "Trois"},
    ),
    (
        "fr",
        "flight",
        "L'atterrissage d'un Il-76 à Bengazi le 9 mai a été confirmé par la tour.",
        {"aircraft": "un Il-76", "destination": "Bengazi"},
    ),
    (
        "fr",
        "transfer",
        "Douze caisses de mitrailleuses ont été débarquées de l'appareil.",
        {"object": "mitrailleuses", "quantity": "Douze caisses"},
    ),
    (
        "fr",
        "role",
        "La compagnie appartient à l'homme d'affaires Pavel Drozd.",
        {"actor": "Pavel Drozd", "object": "La compagnie"},
    ),
    (
        "fr",
        "role",
        "Ruda Avia, dont le gérant est Pavel Drozd, n'a pas répondu.",
        {"actor": "Pavel Drozd", "object": "Ruda Avia"},
    ),
    (
        "fr",
        "designation",
        "L'Union européenne a placé Ruda Avia sous sanctions en 2021 pour avoir livré des drones au Mali.",
        {"actor": "L'Union européenne", "object": "Ruda Avia"},
    ),
    (
        "fr",
        "designation",
        "Ruda Avia est visée depuis 2021 par des sanctions de l'Union européenne.",
        {"object": "Ruda Avia", "actor": "l'Union européenne"},
    ),
    (
        "fr",
        "manufacture",
        "Les drones sont assemblés à Orcha par l'usine Belmekh.",
        {"actor": "Belmekh", "object": "Les drones", "place": "Orcha"},
    ),
    (
        "fr",
        "arrest",
        "La douane sénégalaise a mis la main sur 40 pistolets au port de Dakar.",
        {"actor": "La douane sénégalaise", "object": "pistolets", "quantity": "40"},
    ),
    (
        "fr",
        "trade_total",
        "Le Mali a dépensé 18 millions d'euros en hélicoptères russes en 2022.",
        {"recipient": "Le Mali", "object": "hélicoptères russes", "quantity": "18 millions d'euros"},
    ),
    ("fr", "casualties", "Le bombardement de Gao a fait neuf morts.", {"quantity": "neuf"}),
    (
        "fr",
        "visit",
        "Des techniciens biélorusses ont passé deux semaines à Bamako.",
        {"actor": "Des techniciens biélorusses", "destination": "Bamako"},
    ),
    (
        "fr",
        "transfer",
        "L'armée malienne a reçu de Russie quatre hélicoptères.",
        {"recipient": "L'armée malienne", "object": "hélicoptères", "actor": "Russie", "quantity": "quatre"},
    ),
    (
        "it",
        "flight",
        "Tre voli di un Il-76 della bielorussa Ruda Avia hanno raggiunto Bengasi da Minsk nella prima settimana di maggio.",
        {"aircraft": "un Il-76", "actor": "Ruda Avia", "destination": "Bengasi", "origin": "Minsk", "count": "Tre"},
    ),
    (
        "it",
        "flight",
        "Il quadrimotore ha lasciato Minsk alle 3 di notte e ha toccato terra a Bengasi all'alba.",
        {"origin": "Minsk"},
    ),
    (
        "it",
        "transfer",
        "A Bengasi sono sbarcate dodici casse di mitragliatrici.",
        {"object": "mitragliatrici", "quantity": "dodici casse", "destination": "Bengasi"},
    ),
    (
        "it",
        "transfer",
        "Dal ventre del velivolo gli operai hanno tirato fuori dodici casse di mitragliatrici.",
        {"object": "mitragliatrici", "quantity": "dodici casse"},
    ),
    (
        "it",
        "role",
        "Ruda Avia è in mano all'imprenditore Pavel Drozd, che ne detiene il 70 per cento.",
        {"actor": "Pavel Drozd", "object": "Ruda Avia"},
    ),
    (
        "it",
        "designation",
        "Nel 2021 Bruxelles ha messo Ruda Avia nella lista nera per la fornitura di droni al Mali.",
        {"actor": "Bruxelles", "object": "Ruda Avia"},
    ),
    (
        "it",
        "designation",
        "Su Ruda Avia pesano dal 2021 le sanzioni dell'Unione europea.",
        {"object": "Ruda Avia", "actor": "Unione europea"},
    ),
    (
        "it",
        "manufacture",
        "I droni vengono assemblati a Orsha dalla ditta Belmekh.",
        {"actor": "Belmekh", "object": "I droni", "place": "Orsha"},
    ),
    (
        "it",
        "arrest",
        "Due camionisti sono finiti in manette a Brindisi con l'accusa di contrabbando di armi.",
        {"object": "camionisti", "quantity": "Due", "place": "Brindisi"},
    ),
    ("it", "arrest", "Il broker, Sandro Pitti, si trova ai domiciliari da marzo.", {"object": "Sandro Pitti"}),
    (
        "it",
        "trade_total",
        "Nel 2022 il Mali ha speso 18 milioni di euro per elicotteri russi.",
        {"recipient": "il Mali", "object": "elicotteri russi", "quantity": "18 milioni di euro"},
    ),
    (
        "it",
        "casualties",
        "L'attacco di domenica ha fatto nove morti e venti feriti a Gao.",
        {"quantity": "nove", "place": "Gao"},
    ),
    (
        "it",
        "visit",
        "Una squadra di tecnici bielorussi ha trascorso due settimane a Bamako.",
        {"actor": "Una squadra di tecnici bielorussi", "destination": "Bamako"},
    ),
    (
        "it",
        "transfer",
        "«Quel cargo portava missili», giura un ex dipendente della torre di controllo.",
        {"object": "missili"},
    ),
    (
        "it",
        "transfer",
        "Il governo maliano ha ricevuto dalla Russia quattro elicotteri.",
        {"recipient": "Il governo maliano", "object": "elicotteri", "actor": "Russia", "quantity": "quattro"},
    ),
    (
        "it",
        "transfer",
        "Secondo un rapporto dell'Onu, la compagnia ha trasferito armi a Tripoli per conto degli Emirati.",
        {"carrier": "la compagnia", "object": "armi", "destination": "Tripoli", "actor": "Emirati"},
    ),
    (
        "it",
        "transfer",
        "Un secondo carico di munizioni sarebbe arrivato a Bengasi il 9 maggio.",
        {"object": "munizioni", "destination": "Bengasi"},
    ),
    ("it", "transfer", "L'aereo potrebbe aver trasportato visori notturni.", {"object": "visori notturni"}),
    (
        "pt",
        "flight",
        "Três voos de um Il-76 da bielorrussa Ruda Avia chegaram a Bengasi vindos de Minsk em maio.",
        {"aircraft": "um Il-76", "actor": "Ruda Avia", "destination": "Bengasi", "origin": "Minsk", "count": "Três"},
    ),
    (
        "pt",
        "flight",
        "A aterragem de um Il-76 em Luanda, no dia 9 de maio, foi confirmada pela torre.",
        {"aircraft": "um Il-76", "destination": "Luanda"},
    ),
    (
        "pt",
        "transfer",
        "Soldados descarregaram doze caixas de metralhadoras do avião.",
        {"object": "metralhadoras do avião", "quantity": "doze caixas"},
    ),
    (
        "pt",
        "role",
        "A companhia pertence ao empresário Pavel Drozd.",
        {"actor": "Pavel Drozd", "object": "A companhia"},
    ),
    ("pt", "role", "À frente da empresa está o general Oleg Kravets.", {"actor": "Oleg Kravets", "object": "empresa"}),
    (
        "pt",
        "designation",
        "A União Europeia colocou a Ruda Avia na lista de sanções em 2021 por entregar drones ao Mali.",
        {"actor": "A União Europeia", "object": "Ruda Avia"},
    ),
    ("pt", "designation", "A Ruda Avia está na lista negra do Tesouro desde 2021.", {"object": "A Ruda Avia"}),
    (
        "pt",
        "manufacture",
        "Os drones são montados em Orsha pela fábrica Belmekh.",
        {"actor": "Belmekh", "object": "Os drones", "place": "Orsha"},
    ),
    (
        "pt",
        "arrest",
        "A alfândega do Senegal apreendeu no porto de Dacar 40 pistolas destinadas a Bissau.",
        {"actor": "A alfândega do Senegal", "object": "pistolas", "quantity": "40", "destination": "Bissau"},
    ),
    (
        "pt",
        "arrest",
        "O intermediário Joe Vella foi detido em março por suspeita de contrabando.",
        {"object": "Joe Vella", "reason": "por suspeita de contrabando"},
    ),
    (
        "pt",
        "trade_total",
        "O Mali gastou 18 milhões de euros em helicópteros russos em 2022.",
        {"recipient": "O Mali", "object": "helicópteros russos", "quantity": "18 milhões de euros"},
    ),
    (
        "pt",
        "casualties",
        "O ataque matou nove pessoas em Gao.",
        {"quantity": "nove", "object": "pessoas", "place": "Gao"},
    ),
    (
        "pt",
        "visit",
        "Técnicos bielorrussos passaram duas semanas em Bamaco.",
        {"actor": "Técnicos bielorrussos", "destination": "Bamaco"},
    ),
    (
        "pt",
        "transfer",
        "O exército do Mali recebeu da Rússia quatro helicópteros.",
        {"recipient": "O exército do Mali", "object": "helicópteros", "actor": "Rússia", "quantity": "quatro"},
    ),
    (
        "pt",
        "transfer",
        "O avião transportaria mísseis, disse ao Jornal do Sul um funcionário do aeroporto.",
        {"carrier": "O avião", "object": "mísseis"},
    ),
    (
        "de",
        "flight",
        "Am 3. Mai setzte eine Il-76 der Gesellschaft Ruda Avia in Bengasi auf.",
        {"aircraft": "eine Il-76", "actor": "Ruda Avia", "destination": "Bengasi"},
    ),
    (
        "de",
        "transfer",
        "Soldaten luden zwölf Kisten mit Maschinengewehren aus der Maschine.",
        {"object": "Maschinengewehren", "quantity": "zwölf Kisten"},
    ),
    (
        "de",
        "transfer",
        "Aus dem Bauch der Maschine wurden zwölf Kisten mit Granaten geholt.",
        {"object": "Granaten", "quantity": "zwölf Kisten"},
    ),
    (
        "de",
        "role",
        "Die Firma befindet sich im Besitz des Unternehmers Pavel Drozd.",
        {"actor": "Pavel Drozd", "object": "Die Firma"},
    ),
    (
        "de",
        "role",
        "Ruda Avia gehört zu 70 Prozent dem Geschäftsmann Pavel Drozd.",
        {"actor": "Pavel Drozd", "object": "Ruda Avia"},
    ),
    (
        "de",
        "role",
        "An der Spitze des Unternehmens steht Ex-General Oleg Kravets.",
        {"actor": "Oleg Kravets", "object": "des Unternehmens"},
    ),
    ("de", "role", "Geleitet wird die Firma von Oleg Kravets.", {"actor": "Oleg Kravets", "object": "die Firma"}),
    (
        "de",
        "designation",
        "Die USA haben Ruda Avia im Mai 2021 auf ihre Sanktionsliste gesetzt.",
        {"actor": "Die USA", "object": "Ruda Avia"},
    ),
    (
        "de",
        "designation",
        "Gegen die Gesellschaft verhängte Brüssel 2021 Sanktionen, weil sie Drohnen nach Mali gebracht haben soll.",
        {"actor": "Brüssel", "object": "die Gesellschaft"},
    ),
    (
        "de",
        "manufacture",
        "Die Drohnen baut das Werk Belmekh in Orscha zusammen.",
        {"actor": "Belmekh", "object": "Die Drohnen", "place": "Orscha"},
    ),
    (
        "de",
        "arrest",
        "Zöllner stellten im Hafen von Rostock 40 Pistolen sicher, die für Dakar bestimmt waren.",
        {"actor": "Zöllner", "object": "Pistolen", "quantity": "40", "place": "Hafen von Rostock"},
    ),
    ("de", "arrest", "Der Vermittler Joe Vella sitzt seit März in Untersuchungshaft.", {"object": "Joe Vella"}),
    (
        "de",
        "trade_total",
        "Mali gab 2022 für russische Hubschrauber 18 Millionen Euro aus.",
        {"recipient": "Mali", "object": "russische Hubschrauber", "quantity": "18 Millionen Euro"},
    ),
    (
        "de",
        "casualties",
        "Bei dem Angriff starben in Gao neun Menschen.",
        {"quantity": "neun", "object": "Menschen", "place": "Gao"},
    ),
    (
        "de",
        "visit",
        "Belarussische Techniker hielten sich zwei Wochen in Bamako auf.",
        {"actor": "Belarussische Techniker", "destination": "Bamako"},
    ),
    (
        "de",
        "visit",
        "Malis Verteidigungsminister Sadio Koné reiste im April nach Minsk.",
        {"actor": "Sadio Koné", "destination": "Minsk"},
    ),
    (
        "de",
        "transfer",
        "„Der Frachter hatte Raketen an Bord“, sagt ein früherer Mitarbeiter des Towers.",
        {"object": "Raketen"},
    ),
    (
        "de",
        "transfer",
        "Die Maschine soll Nachtsichtgeräte für die Armee transportiert haben.",
        {"object": "Nachtsichtgeräte", "recipient": "die Armee"},
    ),
    (
        "de",
        "transfer",
        "Malis Armee erhielt im Mai vier Hubschrauber aus Russland.",
        {"recipient": "Malis Armee", "object": "Hubschrauber", "quantity": "vier"},
    ),
    (
        "ru",
        "flight",
        "Посадка Ил-76 в Бенгази была зафиксирована 9 мая.",
        {"aircraft": "Ил-76", "destination": "Бенгази"},
    ),
    (
        "ru",
        "transfer",
        "Из самолёта солдаты выгрузили двенадцать ящиков с пулемётами.",
        {"object": "пулемётами", "quantity": "двенадцать ящиков"},
    ),
    (
        "ru",
        "transfer",
        "Из чрева самолёта вынесли двенадцать ящиков гранат.",
        {"object": "гранат", "quantity": "двенадцать ящиков"},
    ),
    ("ru", "role", "Фирмой владеет предприниматель Павел Дрозд.", {"actor": "Павел Дрозд", "object": "Фирмой"}),
    (
        "ru",
        "role",
        "Компанию возглавляет отставной генерал Олег Кравец.",
        {"actor": "Олег Кравец", "object": "Компанию"},
    ),
    (
        "ru",
        "role",
        "Во главе предприятия стоит отставной генерал Олег Кравец.",
        {"actor": "Олег Кравец", "object": "предприятия"},
    ),
    (
        "ru",
        "designation",
        "В мае 2021 года Евросоюз внёс «Руда Авиа» в чёрный список за доставку дронов в Мали.",
        {"actor": "Евросоюз", "object": "«Руда Авиа»"},
    ),
    (
        "ru",
        "designation",
        "С 2021 года «Руда Авиа» находится под санкциями Евросоюза.",
        {"object": "«Руда Авиа»", "actor": "Евросоюза"},
    ),
    (
        "ru",
        "manufacture",
        "Беспилотники собирает в Орше предприятие «Белмех».",
        {"actor": "«Белмех»", "object": "Беспилотники", "place": "Орше"},
    ),
    (
        "ru",
        "arrest",
        "Таможенники Сенегала изъяли в порту Дакара 40 пистолетов.",
        {"actor": "Таможенники Сенегала", "object": "пистолетов", "quantity": "40", "place": "порту Дакара"},
    ),
    ("ru", "arrest", "Посредник Джо Велла с марта находится в следственном изоляторе.", {"object": "Джо Велла"}),
    (
        "ru",
        "trade_total",
        "В 2022 году Мали потратило на российские вертолёты 18 млн евро.",
        {"recipient": "Мали", "quantity": "18 млн евро", "object": "российские вертолёты"},
    ),
    ("ru", "casualties", "При обстреле Гао погибли девять человек.", {"quantity": "девять"}),
    (
        "ru",
        "visit",
        "Белорусские техники провели в Бамако две недели.",
        {"actor": "Белорусские техники", "destination": "Бамако"},
    ),
    (
        "ru",
        "visit",
        "Министр обороны Мали Садио Коне в апреле побывал в Минске.",
        {"actor": "Садио Коне", "destination": "Минске"},
    ),
    ("ru", "transfer", "«Этот борт вёз ракеты», — утверждает бывший сотрудник диспетчерской.", {"object": "ракеты"}),
    (
        "ru",
        "transfer",
        "Армия Мали получила от России четыре вертолёта.",
        {"recipient": "Армия Мали", "object": "вертолёта", "actor": "России", "quantity": "четыре"},
    ),
    (
        "ar",
        "flight",
        "هبطت ثلاث رحلات لطائرة إليوشن 76 تابعة لشركة رودا أفيا في بنغازي قادمة من مينسك في مايو.",
        {"actor": "رودا أفيا", "destination": "بنغازي", "origin": "مينسك", "count": "ثلاث"},
    ),
    ("ar", "transfer", "وأنزل جنود من الطائرة اثني عشر صندوقا من الرشاشات.", {"object": "الرشاشات"}),
    ("ar", "role", "الشركة مملوكة لرجل الأعمال بافل دروزد.", {"actor": "بافل دروزد", "object": "الشركة"}),
    ("ar", "role", "ويدير الشركة اللواء المتقاعد أوليغ كرافيتس.", {"actor": "أوليغ كرافيتس", "object": "الشركة"}),
    (
        "ar",
        "designation",
        "وأدرج الاتحاد الأوروبي شركة رودا أفيا على قائمة العقوبات عام 2021 لنقلها طائرات مسيرة إلى مالي.",
        {"actor": "الاتحاد الأوروبي", "object": "رودا أفيا"},
    ),
    ("ar", "manufacture", "وتنتج شركة بلميخ طائرات مسيرة في أورشا.", {"actor": "بلميخ", "object": "طائرات مسيرة"}),
    (
        "ar",
        "arrest",
        "ضبطت الجمارك السنغالية 40 مسدسا في ميناء داكار.",
        {"actor": "الجمارك السنغالية", "object": "مسدسا", "quantity": "40", "place": "ميناء داكار"},
    ),
    (
        "ar",
        "arrest",
        "أوقفت الشرطة الوسيط جو فيلا في مارس بتهمة تهريب السلاح.",
        {"actor": "الشرطة", "reason": "بتهمة تهريب السلاح"},
    ),
    (
        "ar",
        "trade_total",
        "أنفقت مالي 18 مليون يورو على مروحيات روسية عام 2022.",
        {"recipient": "مالي", "quantity": "18 مليون يورو", "object": "مروحيات روسية"},
    ),
    ("ar", "casualties", "قتل تسعة أشخاص في قصف على غاو.", {"quantity": "تسعة"}),
    ("ar", "visit", "أمضى فنيون بيلاروس أسبوعين في باماكو.", {"actor": "فنيون بيلاروس", "destination": "باماكو"}),
    (
        "ar",
        "transfer",
        "وقال موظف في المطار لصحيفة الصباح إن الطائرة كانت تحمل صواريخ.",
        {"carrier": "الطائرة", "object": "صواريخ"},
    ),
    (
        "fa",
        "transfer",
        "سربازان دوازده صندوق مسلسل از هواپیما خالی کردند.",
        {"object": "مسلسل", "quantity": "دوازده صندوق"},
    ),
    (
        "fa",
        "role",
        "این شرکت متعلق به پاول دروزد، بازرگان بلاروسی، است.",
        {"actor": "پاول دروزد", "object": "این شرکت"},
    ),
    (
        "fa",
        "designation",
        "اتحادیه اروپا در سال ۲۰۲۱ شرکت رودا اویا را به دلیل انتقال پهپاد به مالی تحریم کرد.",
        {"actor": "اتحادیه اروپا", "object": "رودا اویا"},
    ),
    (
        "fa",
        "manufacture",
        "کارخانه بلمخ در اورشا پهپاد شاهین می\u200cسازد.",
        {"actor": "بلمخ", "object": "پهپاد شاهین"},
    ),
    (
        "fa",
        "arrest",
        "پلیس این دلال را در ماه مارس به اتهام قاچاق اسلحه بازداشت کرد.",
        {"actor": "پلیس", "object": "این دلال", "reason": "به اتهام قاچاق اسلحه"},
    ),
    (
        "fa",
        "trade_total",
        "مالی در سال ۲۰۲۲ برای خرید بالگردهای روسی ۱۸ میلیون یورو هزینه کرد.",
        {"quantity": "۱۸ میلیون یورو"},
    ),
    ("fa", "casualties", "در حمله به گائو نه نفر کشته شدند.", {"quantity": "نه"}),
    (
        "fa",
        "visit",
        "کارشناسان بلاروسی دو هفته در باماکو اقامت داشتند.",
        {"actor": "کارشناسان بلاروسی", "destination": "باماکو"},
    ),
    (
        "fa",
        "transfer",
        "ارتش مالی چهار بالگرد از روسیه دریافت کرد.",
        {"recipient": "ارتش مالی", "object": "بالگرد", "actor": "روسیه", "quantity": "چهار"},
    ),
    (
        "fa",
        "transfer",
        "یک کارمند فرودگاه به روزنامه سپیده گفت هواپیما موشک آورده است.",
        {"carrier": "هواپیما", "object": "موشک"},
    ),
    ("fa", "transfer", "رسیدن محموله جدید مهمات به بنغازی را یک دیپلمات تأیید کرد.", {"destination": "بنغازی"}),
]


@pytest.mark.parametrize(("language", "kind", "text", "roles"), NEWS)
def test_what_a_news_sentence_tells_is_found_with_its_parties(language, kind, text, roles):
    found = [c for c in claims(text, language=language) if c.kind == kind]
    assert any(all(filler in words(c, role) for role, filler in roles.items()) for c in found)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "es",
            "El avión llevaba misiles, contó a La Tribuna un empleado del aeropuerto.",
            "un empleado del aeropuerto",
        ),
        ("fr", "L'avion transportait des missiles, a indiqué au quotidien Le Phare un employé.", "un employé"),
        ("it", "L'aereo portava missili, racconta un sindacalista.", "un sindacalista"),
        (
            "pt",
            "O avião levava mísseis, disse ao Jornal do Sul um funcionário do aeroporto.",
            "um funcionário do aeroporto",
        ),
        ("de", "Die Maschine habe Raketen geliefert, sagte ein Fluglotse dem Magazin Morgenrot.", "ein Fluglotse"),
        ("ru", "Сотрудник аэропорта рассказал «Вестнику Севера», что самолёт привёз ракеты.", "Сотрудник аэропорта"),
        ("ar", "وقال موظف في المطار لصحيفة الصباح إن الطائرة كانت تحمل صواريخ.", "موظف في المطار"),
        ("fa", "یک کارمند فرودگاه به روزنامه سپیده گفت هواپیما موشک آورده است.", "یک کارمند فرودگاه"),
    ],
)
def test_the_outlet_that_was_told_is_not_who_speaks(language, text, speaker):
    transfer = next(c for c in claims(text, language=language) if c.kind == "transfer")
    assert [a.text for a in transfer.attribution] == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "modality"),
    [
        ("es", "El avión transportaría fusiles a Trípoli.", "alleged"),
        ("es", "El avión transportará fusiles a Trípoli.", "planned"),
        ("fr", "L'appareil livrerait des fusils à Tripoli.", "alleged"),
        ("it", "L'aereo trasporterebbe fucili a Tripoli.", "alleged"),
        ("pt", "O avião transportaria fuzis para Trípoli.", "alleged"),
    ],
)
def test_the_tense_of_a_verb_of_a_trigger_tells_hearsay_and_plans(language, text, modality):
    assert [c.modality for c in claims(text, language=language) if c.kind == "transfer"] == [modality]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La aduana halló en Tema 400 pistolas con destino a Dakar."),
        ("ru", "Таможенники изъяли в порту 40 пистолетов, следовавших в Дакар."),
        ("it", "La dogana ha sequestrato a Bari 40 pistole dirette a Tripoli."),
    ],
)
def test_goods_seized_on_their_way_are_moved_by_no_claim_of_their_own(language, text):
    assert [c.kind for c in claims(text, language=language)] == ["arrest"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Una delegación encabezada por el general Idriss Abakar viajó a Minsk."),
        ("it", "Una delegazione guidata dal generale Idriss Abakar ha visitato Minsk."),
        ("fr", "Une délégation dirigée par le général Idriss Abakar s'est rendue à Minsk."),
    ],
)
def test_who_leads_a_delegation_holds_no_office(language, text):
    assert [c.kind for c in claims(text, language=language)] == ["visit"]


def test_a_flight_with_a_load_is_a_transfer_too():
    text = "Un Boeing 777 della compagnia Nord Cargo è decollato da Bari con undici tonnellate di cartucce."
    assert sorted(c.kind for c in claims(text, language="it")) == ["flight", "transfer"]


def test_the_subject_of_the_clause_before_goes_on_behind_and():
    text = "هیئتی از وزارت دفاع به مینسک رفت و از کارخانه بلمخ بازدید کرد."
    assert [words(c, "actor") for c in claims(text, language="fa") if c.kind == "visit"][-1] == ["هیئتی"]
