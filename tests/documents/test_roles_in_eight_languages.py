"""Sentences in eight languages and the claims they make: who stands where, by side, preposition, case and voice. All invented."""

from __future__ import annotations

import pytest

from tests.documents.reading import claims

SPANISH = [
    (
        "casualties",
        "Al menos doce civiles murieron el martes en un bombardeo cerca de Tarvel.",
        {"quantity": "Al menos doce", "object": "civiles"},
    ),
    ("casualties", "El ataque dejó 23 muertos en Tarvel.", {"quantity": "23"}),
    (
        "casualties",
        "Un ataque contra la aldea causó la muerte de nueve personas.",
        {"quantity": "nueve", "object": "personas"},
    ),
    (
        "flight",
        "El avión despegó de Minsk el 3 de marzo y aterrizó en Caracas.",
        {"origin": "Minsk", "destination": "Caracas"},
    ),
    (
        "flight",
        "La aerolínea Norte Cargo efectuó cuatro vuelos a Trípoli en marzo.",
        {"actor": "Norte Cargo", "destination": "Trípoli", "count": "cuatro"},
    ),
    (
        "visit",
        "Una delegación de la empresa viajó a Minsk en febrero.",
        {"actor": "Una delegación de la empresa", "destination": "Minsk"},
    ),
    (
        "visit",
        "El ministro de Defensa, Julio Arrieta, llegó a Teherán el lunes.",
        {"actor": "Julio Arrieta", "destination": "Teherán"},
    ),
    (
        "transfer",
        "Fueron entregados 30 fusiles al ejército.",
        {"object": "fusiles", "quantity": "30", "recipient": "ejército"},
    ),
    (
        "transfer",
        "La llegada de armas a Trípoli preocupa a los vecinos.",
        {"object": "armas", "destination": "Trípoli"},
    ),
    (
        "designation",
        "La compañía Norte Cargo figura en la lista negra de la Unión Europea desde 2021.",
        {"object": "Norte Cargo", "actor": "la Unión Europea"},
    ),
    (
        "designation",
        "Londres sancionó en mayo al empresario Julio Arrieta por vender drones.",
        {"actor": "Londres", "object": "Julio Arrieta", "reason": "vender drones"},
    ),
    (
        "role",
        "Julio Arrieta, director general de Norte Cargo, no respondió.",
        {"actor": "Julio Arrieta", "object": "director general de Norte Cargo"},
    ),
    (
        "role",
        "Norte Cargo, propiedad del empresario Julio Arrieta, negó los cargos.",
        {"actor": "Julio Arrieta", "object": "Norte Cargo"},
    ),
    (
        "manufacture",
        "La empresa Talleres Ordoño fabrica espoletas en Vitoria.",
        {"actor": "Talleres Ordoño", "object": "espoletas", "place": "Vitoria"},
    ),
    (
        "arrest",
        "Dos pilotos fueron detenidos en Lima acusados de contrabando.",
        {"object": "pilotos", "place": "Lima", "reason": "acusados de contrabando"},
    ),
    (
        "arrest",
        "En el aeropuerto de Lima se incautaron 40 detonadores con destino a Trípoli.",
        {"object": "detonadores", "quantity": "40", "destination": "Trípoli"},
    ),
    (
        "trade_total",
        "En 2020 Nicaragua importó de Rusia armas por valor de 12 millones de dólares.",
        {"recipient": "Nicaragua", "actor": "Rusia", "object": "armas", "quantity": "12 millones de dólares"},
    ),
    (
        "role",
        "El jefe de la aerolínea Norte Cargo, Julio Arrieta, dimitió.",
        {"actor": "Julio Arrieta", "object": "El jefe de la aerolínea Norte Cargo"},
    ),
    (
        "role",
        "La empresa está vinculada a los Guardianes de la Revolución.",
        {"actor": "La empresa", "object": "los Guardianes de la Revolución"},
    ),
    ("role", "Julio Arrieta dirige la empresa Norte Cargo desde 2019.", {"actor": "Julio Arrieta"}),
    (
        "role",
        "La portavoz del ejército, Ana Lirio, dijo que no había pruebas.",
        {"actor": "Ana Lirio", "object": "La portavoz del ejército"},
    ),
    ("visit", "Técnicos rusos visitaron la base en abril.", {"actor": "Técnicos rusos", "destination": "la base"}),
    (
        "flight",
        "Según los registros, el aparato partió de Argel a medianoche y voló a Caracas.",
        {"origin": "Argel", "destination": "Caracas"},
    ),
    ("designation", "Estados Unidos impuso en 2022 sanciones a la naviera Polar.", {"actor": "Estados Unidos"}),
    ("transfer", "La empresa vendió misiles a Sudán en 2021.", {"actor": "La empresa", "object": "misiles"}),
    (
        "transfer",
        "Según el informe, los rebeldes recibieron 200 fusiles de Libia.",
        {"object": "fusiles", "quantity": "200"},
    ),
    ("arrest", "La fiscalía acusó formalmente a tres directivos de la empresa.", {"actor": "La fiscalía"}),
    ("transfer", "El Gobierno negó el envío de misiles a Sudán.", {"object": "misiles", "destination": "Sudán"}),
    ("visit", "Emisarios del ejército sudanés estuvieron en Minsk la semana pasada.", {"destination": "Minsk"}),
    ("role", "El propietario de la aerolínea es Julio Arrieta.", {"actor": "Julio Arrieta"}),
    ("role", "Julio Arrieta, antiguo comandante de la Fuerza Aérea, pilotaba el avión.", {"actor": "Julio Arrieta"}),
]
FRENCH = [
    (
        "casualties",
        "Onze civils ont été tués mardi dans un bombardement près de Tarvel.",
        {"quantity": "Onze", "object": "civils"},
    ),
    ("casualties", "L'attaque a fait 23 morts à Tarvel.", {"quantity": "23"}),
    (
        "casualties",
        "Au moins neuf soldats ont péri dans l'explosion.",
        {"quantity": "Au moins neuf", "object": "soldats"},
    ),
    (
        "flight",
        "L'avion a décollé de Minsk le 3 mars et s'est posé à Caracas.",
        {"origin": "Minsk", "destination": "Caracas"},
    ),
    (
        "flight",
        "La compagnie Nord Fret a effectué quatre vols vers Tripoli en mars.",
        {"actor": "Nord Fret", "destination": "Tripoli", "count": "quatre"},
    ),
    (
        "visit",
        "Une délégation de la société s'est rendue à Minsk en février.",
        {"actor": "Une délégation de la société", "destination": "Minsk"},
    ),
    (
        "visit",
        "Le ministre de la Défense, Jules Aubrac, est arrivé à Téhéran lundi.",
        {"actor": "Jules Aubrac", "destination": "Téhéran"},
    ),
    ("transfer", "Trente fusils ont été livrés à l'armée.", {"object": "fusils", "recipient": "l'armée"}),
    (
        "transfer",
        "L'avion aurait transporté des roquettes et des grenades vers Tripoli.",
        {"object": "des roquettes", "carrier": "L'avion", "destination": "Tripoli"},
    ),
    (
        "designation",
        "La société Nord Fret est inscrite sur la liste noire de l'Union européenne depuis 2021.",
        {"object": "Nord Fret", "actor": "l'Union européenne"},
    ),
    (
        "designation",
        "Londres a sanctionné en mai l'homme d'affaires Jules Aubrac pour avoir vendu des drones.",
        {"actor": "Londres", "object": "Jules Aubrac", "reason": "avoir vendu des drones"},
    ),
    (
        "role",
        "Jules Aubrac, directeur général de Nord Fret, n'a pas répondu.",
        {"actor": "Jules Aubrac", "object": "directeur général de Nord Fret"},
    ),
    (
        "role",
        "Nord Fret appartient à l'homme d'affaires Jules Aubrac.",
        {"actor": "Jules Aubrac", "object": "Nord Fret"},
    ),
    ("role", "Le colonel Jules Aubrac commande la base aérienne de Tarvel.", {"actor": "Jules Aubrac"}),
    (
        "manufacture",
        "L'usine Ordoval fabrique des détonateurs à Lyon.",
        {"actor": "Ordoval", "object": "des détonateurs", "place": "Lyon"},
    ),
    (
        "arrest",
        "Deux pilotes ont été arrêtés à Lima, soupçonnés de contrebande.",
        {"object": "pilotes", "place": "Lima", "reason": "soupçonnés de contrebande"},
    ),
    (
        "arrest",
        "Les douanes ont saisi à l'aéroport de Lima 40 détonateurs à destination de Tripoli.",
        {"actor": "Les douanes", "object": "détonateurs", "quantity": "40", "destination": "Tripoli"},
    ),
    (
        "trade_total",
        "En 2020, le Mali a importé de Russie des armes pour une valeur de 12 millions de dollars.",
        {"recipient": "le Mali", "actor": "Russie", "object": "des armes", "quantity": "12 millions de dollars"},
    ),
    ("role", "Le patron de la compagnie Nord Fret, Jules Aubrac, a démissionné.", {"actor": "Jules Aubrac"}),
    ("role", "La société est liée aux Gardiens de la révolution.", {"actor": "La société"}),
    ("role", "Jules Aubrac dirige la société Nord Fret depuis 2019.", {"actor": "Jules Aubrac"}),
    ("visit", "Des techniciens russes ont visité la base en avril.", {"destination": "la base"}),
    (
        "visit",
        "Une mission d'experts a séjourné à Minsk en mars.",
        {"actor": "Une mission d'experts", "destination": "Minsk"},
    ),
    (
        "flight",
        "L'appareil, parti d'Alger à minuit, est arrivé à Caracas.",
        {"origin": "Alger", "destination": "Caracas"},
    ),
    ("flight", "Trois rotations ont été relevées entre Minsk et Tripoli en mars.", {"count": "Trois"}),
    ("designation", "Les États-Unis ont imposé en 2022 des sanctions à l'armateur Polar.", {"actor": "Les États-Unis"}),
    (
        "transfer",
        "La société a vendu des missiles au Soudan en 2021.",
        {"actor": "La société", "object": "des missiles"},
    ),
    (
        "transfer",
        "Des armes ont été acheminées vers Tripoli par la compagnie Nord Fret.",
        {"object": "Des armes", "carrier": "Nord Fret", "destination": "Tripoli"},
    ),
    (
        "transfer",
        "L'acheminement de roquettes vers Tripoli a commencé en mars.",
        {"object": "roquettes", "destination": "Tripoli"},
    ),
    ("arrest", "Le parquet a inculpé trois dirigeants de la société.", {"actor": "Le parquet"}),
    ("flight", "Selon les données, un Iliouchine a quitté Minsk mardi pour Tripoli.", {"destination": "Tripoli"}),
    ("transfer", "Le gouvernement dément l'envoi de missiles au Soudan.", {"object": "missiles"}),
    ("transfer", "L'appareil transportait, selon eux, des fusils et des grenades.", {"carrier": "L'appareil"}),
    ("casualties", "Douze personnes ont trouvé la mort dans le bombardement.", {"quantity": "Douze"}),
    ("casualties", "Le bilan est de 14 morts et 30 blessés.", {"quantity": "14"}),
    ("role", "Le propriétaire de la compagnie est Jules Aubrac.", {"actor": "Jules Aubrac"}),
    ("role", "Jules Aubrac, ancien commandant de l'armée de l'air, pilotait l'avion.", {"actor": "Jules Aubrac"}),
    ("role", "selon Jules Aubrac, porte-parole du ministère.", {"actor": "Jules Aubrac"}),
    ("flight", "Le groupe d'experts a recensé au moins 41 vols vers la base de Tarvel.", {"count": "au moins 41"}),
]
ITALIAN = [
    (
        "casualties",
        "Undici civili sono stati uccisi martedì in un bombardamento vicino a Tarvel.",
        {"quantity": "Undici", "object": "civili"},
    ),
    ("casualties", "L'attacco ha provocato 23 morti a Tarvel.", {"quantity": "23"}),
    ("casualties", "Almeno nove soldati sono morti nell'esplosione.", {"quantity": "Almeno nove", "object": "soldati"}),
    (
        "flight",
        "L'aereo è decollato da Minsk il 3 marzo ed è atterrato a Caracas.",
        {"origin": "Minsk", "destination": "Caracas"},
    ),
    (
        "flight",
        "La compagnia Nord Cargo ha effettuato quattro voli verso Tripoli a marzo.",
        {"actor": "Nord Cargo", "destination": "Tripoli", "count": "quattro"},
    ),
    (
        "visit",
        "Una delegazione della società si è recata a Minsk in febbraio.",
        {"actor": "Una delegazione della società", "destination": "Minsk"},
    ),
    (
        "visit",
        "Il ministro della Difesa, Giulio Arrighi, è arrivato a Teheran lunedì.",
        {"actor": "Giulio Arrighi", "destination": "Teheran"},
    ),
    ("transfer", "Trenta fucili sono stati consegnati all'esercito.", {"object": "fucili", "recipient": "esercito"}),
    (
        "designation",
        "La società Nord Cargo figura nella lista nera dell'Unione europea dal 2021.",
        {"object": "Nord Cargo", "actor": "Unione europea"},
    ),
    (
        "role",
        "Giulio Arrighi, amministratore delegato di Nord Cargo, non ha risposto.",
        {"actor": "Giulio Arrighi", "object": "amministratore delegato di Nord Cargo"},
    ),
    (
        "role",
        "Nord Cargo è controllata dall'imprenditore Giulio Arrighi.",
        {"actor": "Giulio Arrighi", "object": "Nord Cargo"},
    ),
    (
        "manufacture",
        "L'azienda Officine Ordoni produce spolette a Brescia.",
        {"actor": "Officine Ordoni", "object": "spolette", "place": "Brescia"},
    ),
    (
        "arrest",
        "Due piloti sono stati arrestati a Lima con l'accusa di contrabbando.",
        {"object": "piloti", "place": "Lima", "reason": "con l'accusa di contrabbando"},
    ),
    (
        "arrest",
        "La dogana ha sequestrato all'aeroporto di Lima 40 detonatori diretti a Tripoli.",
        {"actor": "La dogana", "object": "detonatori", "quantity": "40", "destination": "Tripoli"},
    ),
    (
        "trade_total",
        "Nel 2020 il Mali ha importato dalla Russia armi per un valore di 12 milioni di dollari.",
        {"recipient": "il Mali", "actor": "Russia", "object": "armi", "quantity": "12 milioni di dollari"},
    ),
    ("role", "Il capo della compagnia Nord Cargo, Giulio Arrighi, si è dimesso.", {"actor": "Giulio Arrighi"}),
    ("role", "L'azienda è legata ai Guardiani della rivoluzione.", {"actor": "L'azienda"}),
    ("visit", "Tecnici russi hanno visitato la base in aprile.", {"actor": "Tecnici russi", "destination": "la base"}),
    (
        "flight",
        "L'aereo è partito da Algeri a mezzanotte ed è arrivato a Caracas.",
        {"origin": "Algeri", "destination": "Caracas"},
    ),
    ("transfer", "L'azienda ha venduto missili al Sudan nel 2021.", {"actor": "L'azienda", "object": "missili"}),
    (
        "transfer",
        "Armi sono state trasportate a Tripoli dalla compagnia Nord Cargo.",
        {"object": "Armi", "carrier": "Nord Cargo", "destination": "Tripoli"},
    ),
    (
        "designation",
        "Gli Stati Uniti hanno sanzionato la società Nord Cargo nel 2022.",
        {"actor": "Gli Stati Uniti", "object": "Nord Cargo"},
    ),
    ("transfer", "Il governo nega l'invio di missili al Sudan.", {"object": "missili"}),
    ("role", "Il proprietario della compagnia è Giulio Arrighi.", {"actor": "Giulio Arrighi"}),
    ("casualties", "Il bilancio è di 14 morti.", {"quantity": "14"}),
]
PORTUGUESE = [
    (
        "casualties",
        "Onze civis foram mortos na terça-feira num bombardeamento perto de Tarvel.",
        {"quantity": "Onze", "object": "civis"},
    ),
    ("casualties", "O ataque causou 23 mortos em Tarvel.", {"quantity": "23"}),
    (
        "casualties",
        "Pelo menos nove soldados morreram na explosão.",
        {"quantity": "Pelo menos nove", "object": "soldados"},
    ),
    (
        "flight",
        "O avião descolou de Minsk a 3 de março e pousou em Caracas.",
        {"origin": "Minsk", "destination": "Caracas"},
    ),
    (
        "flight",
        "A companhia Norte Carga realizou quatro voos para Trípoli em março.",
        {"actor": "Norte Carga", "destination": "Trípoli", "count": "quatro"},
    ),
    (
        "visit",
        "Uma delegação da empresa viajou a Minsk em fevereiro.",
        {"actor": "Uma delegação da empresa", "destination": "Minsk"},
    ),
    (
        "visit",
        "O ministro da Defesa, Júlio Arruda, chegou a Teerão na segunda-feira.",
        {"actor": "Júlio Arruda", "destination": "Teerão"},
    ),
    ("transfer", "Trinta espingardas foram entregues ao exército.", {"object": "espingardas", "recipient": "exército"}),
    (
        "transfer",
        "O cargueiro trouxe granadas e morteiros de Minsk para Maputo.",
        {"carrier": "O cargueiro", "origin": "Minsk", "destination": "Maputo"},
    ),
    (
        "designation",
        "A empresa Norte Carga consta da lista negra da União Europeia desde 2021.",
        {"object": "Norte Carga", "actor": "União Europeia"},
    ),
    (
        "designation",
        "Londres sancionou em maio o empresário Júlio Arruda por ter vendido drones.",
        {"actor": "Londres", "object": "Júlio Arruda", "reason": "ter vendido drones"},
    ),
    (
        "role",
        "Júlio Arruda, diretor-geral da Norte Carga, não respondeu.",
        {"actor": "Júlio Arruda", "object": "diretor-geral da Norte Carga"},
    ),
    (
        "role",
        "A Norte Carga pertence ao empresário Júlio Arruda.",
        {"actor": "Júlio Arruda", "object": "A Norte Carga"},
    ),
    (
        "role",
        "Ordálio Metais é controlada pelo general Júlio Arruda.",
        {"actor": "Júlio Arruda", "object": "Ordálio Metais"},
    ),
    (
        "manufacture",
        "A fábrica Ordálio Metais produz detonadores em Braga.",
        {"actor": "Ordálio Metais", "object": "detonadores", "place": "Braga"},
    ),
    (
        "arrest",
        "Dois pilotos foram detidos em Lima por suspeita de contrabando.",
        {"object": "pilotos", "place": "Lima", "reason": "por suspeita de contrabando"},
    ),
    (
        "arrest",
        "A alfândega apreendeu no aeroporto de Lima 40 detonadores com destino a Trípoli.",
        {"actor": "A alfândega", "object": "detonadores", "quantity": "40", "destination": "Trípoli"},
    ),
    (
        "trade_total",
        "Em 2020, Angola importou da Rússia armas no valor de 12 milhões de dólares.",
        {"recipient": "Angola", "actor": "Rússia", "object": "armas", "quantity": "12 milhões de dólares"},
    ),
    ("role", "O chefe da companhia Norte Carga, Júlio Arruda, demitiu-se.", {"actor": "Júlio Arruda"}),
    ("role", "A empresa está ligada à Guarda Revolucionária.", {"actor": "A empresa"}),
    ("visit", "Técnicos russos visitaram a base em abril.", {"actor": "Técnicos russos"}),
    (
        "flight",
        "O aparelho partiu de Argel à meia-noite e chegou a Caracas.",
        {"origin": "Argel", "destination": "Caracas"},
    ),
    ("transfer", "A empresa vendeu mísseis ao Sudão em 2021.", {"actor": "A empresa", "object": "mísseis"}),
    (
        "transfer",
        "As armas foram levadas para Maputo pela companhia Norte Carga.",
        {"object": "As armas", "carrier": "Norte Carga", "destination": "Maputo"},
    ),
    (
        "designation",
        "Os Estados Unidos sancionaram a empresa Norte Carga em 2022.",
        {"actor": "Os Estados Unidos", "object": "Norte Carga"},
    ),
    ("arrest", "A polícia prendeu em Lima dois mercenários.", {"actor": "A polícia", "place": "Lima"}),
    ("transfer", "O Governo negou o envio de mísseis para o Sudão.", {"object": "mísseis"}),
    ("role", "O dono da companhia é Júlio Arruda.", {"actor": "Júlio Arruda"}),
    (
        "flight",
        "Um Ilyushin saiu de Minsk na terça-feira com destino a Trípoli.",
        {"origin": "Minsk", "destination": "Trípoli"},
    ),
]
GERMAN = [
    (
        "casualties",
        "Elf Zivilisten wurden am Dienstag bei einem Angriff nahe Tarvel getötet.",
        {"quantity": "Elf", "object": "Zivilisten"},
    ),
    ("casualties", "Der Angriff forderte 23 Tote.", {"quantity": "23"}),
    (
        "casualties",
        "Mindestens neun Soldaten starben bei der Explosion.",
        {"quantity": "Mindestens neun", "object": "Soldaten"},
    ),
    ("flight", "Das Flugzeug startete am 3. März in Minsk und landete in Caracas.", {"destination": "Caracas"}),
    (
        "flight",
        "Die Gesellschaft Nordfracht Air flog im März viermal nach Tripolis.",
        {"actor": "Nordfracht Air", "destination": "Tripolis", "count": "viermal"},
    ),
    (
        "visit",
        "Eine Delegation der Firma reiste im Februar nach Minsk.",
        {"actor": "Eine Delegation der Firma", "destination": "Minsk"},
    ),
    (
        "visit",
        "Der Verteidigungsminister traf am Montag in Teheran ein.",
        {"actor": "Der Verteidigungsminister", "destination": "Teheran"},
    ),
    ("transfer", "Dreißig Gewehre wurden an die Armee übergeben.", {"object": "Gewehre", "recipient": "die Armee"}),
    (
        "transfer",
        "Die Lieferung von Granaten nach Tripolis begann im März.",
        {"object": "Granaten", "destination": "Tripolis"},
    ),
    (
        "designation",
        "Nordfracht Air steht seit 2021 auf der schwarzen Liste der Europäischen Union.",
        {"object": "Nordfracht Air", "actor": "der Europäischen Union"},
    ),
    (
        "designation",
        "London belegte im Mai den Händler Jul Ahrens mit Sanktionen.",
        {"actor": "London", "object": "Jul Ahrens"},
    ),
    (
        "role",
        "Jul Ahrens, Geschäftsführer der Nordfracht Air, antwortete nicht.",
        {"actor": "Jul Ahrens", "object": "Geschäftsführer der Nordfracht Air"},
    ),
    (
        "role",
        "Das Unternehmen gehört dem Geschäftsmann Jul Ahrens.",
        {"actor": "Jul Ahrens", "object": "Das Unternehmen"},
    ),
    (
        "manufacture",
        "Die Firma Ordoval Technik produziert Zünder in Kassel.",
        {"actor": "Ordoval Technik", "object": "Zünder"},
    ),
    (
        "manufacture",
        "Die Zünder werden von Ordoval Technik hergestellt.",
        {"actor": "Ordoval Technik", "object": "Die Zünder"},
    ),
    (
        "arrest",
        "Zwei Piloten wurden in Lima wegen des Verdachts auf Schmuggel festgenommen.",
        {"object": "Piloten", "place": "Lima", "reason": "wegen des Verdachts auf Schmuggel"},
    ),
    (
        "arrest",
        "Der Zoll stellte am Flughafen 40 Zünder sicher.",
        {"actor": "Der Zoll", "object": "Zünder", "quantity": "40"},
    ),
    (
        "trade_total",
        "Im Jahr 2020 importierte Mali Waffen im Wert von 12 Millionen Dollar aus Russland.",
        {"recipient": "Mali", "actor": "Russland", "object": "Waffen", "quantity": "12 Millionen Dollar"},
    ),
    ("role", "Der Chef der Gesellschaft Nordfracht Air, Jul Ahrens, trat zurück.", {"actor": "Jul Ahrens"}),
    ("role", "Jul Ahrens leitet die Firma seit 2019.", {"actor": "Jul Ahrens", "object": "die Firma"}),
    ("visit", "Russische Techniker besuchten im April den Stützpunkt.", {"actor": "Russische Techniker"}),
    (
        "flight",
        "Die Maschine sei am Montag aus Algier kommend in Caracas gelandet.",
        {"origin": "Algier", "destination": "Caracas"},
    ),
    ("transfer", "Die Firma hat 2021 Raketen an den Sudan verkauft.", {"actor": "Die Firma", "object": "Raketen"}),
    (
        "transfer",
        "Die Waffen wurden von der Gesellschaft Nordfracht Air nach Tripolis gebracht.",
        {"object": "Die Waffen", "destination": "Tripolis"},
    ),
    (
        "designation",
        "Die USA sanktionierten 2022 die Gesellschaft Nordfracht Air.",
        {"actor": "Die USA", "object": "Nordfracht Air"},
    ),
    ("arrest", "Die Polizei verhaftete in Lima zwei Söldner.", {"actor": "Die Polizei", "place": "Lima"}),
    ("transfer", "Die Regierung bestreitet die Lieferung von Raketen an den Sudan.", {"object": "Raketen"}),
    ("role", "Eigentümer der Gesellschaft ist Jul Ahrens.", {"actor": "Jul Ahrens"}),
    ("casualties", "Bei dem Angriff kamen 14 Menschen ums Leben.", {"quantity": "14"}),
]
RUSSIAN = [
    (
        "casualties",
        "Одиннадцать мирных жителей погибли во вторник при обстреле.",
        {"quantity": "Одиннадцать", "object": "мирных жителей"},
    ),
    ("casualties", "Жертвами атаки стали 23 человека.", {"quantity": "23", "object": "человека"}),
    (
        "casualties",
        "В результате взрыва убиты не менее девяти солдат.",
        {"quantity": "не менее девяти", "object": "солдат"},
    ),
    (
        "flight",
        "Самолёт вылетел из Минска 3 марта и приземлился в Каракасе.",
        {"origin": "Минска", "destination": "Каракасе"},
    ),
    (
        "flight",
        "Авиакомпания «Север Карго» выполнила в марте четыре рейса в Триполи.",
        {"actor": "«Север Карго»", "destination": "Триполи", "count": "четыре"},
    ),
    ("visit", "Делегация компании посетила Минск в феврале.", {"actor": "Делегация компании", "destination": "Минск"}),
    (
        "visit",
        "Министр обороны прибыл в Тегеран в понедельник.",
        {"actor": "Министр обороны", "destination": "Тегеран"},
    ),
    ("transfer", "Армии были переданы тридцать винтовок.", {"object": "винтовок", "quantity": "тридцать"}),
    (
        "transfer",
        "Иран поставил Судану беспилотники.",
        {"actor": "Иран", "recipient": "Судану", "object": "беспилотники"},
    ),
    ("transfer", "Переброска гранат в Триполи началась в марте.", {"object": "гранат", "destination": "Триполи"}),
    (
        "designation",
        "Компания «Север Карго» с 2021 года внесена в санкционный список Евросоюза.",
        {"object": "«Север Карго»"},
    ),
    (
        "designation",
        "Лондон ввёл в мае санкции против бизнесмена Юлия Арсеньева за продажу дронов.",
        {"actor": "Лондон", "reason": "продажу дронов"},
    ),
    ("role", "Юлий Арсеньев, генеральный директор «Север Карго», не ответил.", {"actor": "Юлий Арсеньев"}),
    (
        "role",
        "Компания «Север Карго» принадлежит бизнесмену Юлию Арсеньеву.",
        {"actor": "Юлию Арсеньеву", "object": "«Север Карго»"},
    ),
    ("manufacture", "Завод «Ордоваль» выпускает взрыватели в Туле.", {"actor": "«Ордоваль»", "object": "взрыватели"}),
    (
        "arrest",
        "Двое пилотов были задержаны в Лиме по подозрению в контрабанде.",
        {"object": "пилотов", "reason": "по подозрению в контрабанде"},
    ),
    (
        "arrest",
        "Таможня изъяла в аэропорту 40 детонаторов.",
        {"actor": "Таможня", "object": "детонаторов", "quantity": "40"},
    ),
    (
        "arrest",
        "40 детонаторов изъяты таможней в аэропорту.",
        {"actor": "таможней", "object": "детонаторов", "quantity": "40"},
    ),
    (
        "trade_total",
        "В 2020 году Мали импортировала из России оружие на сумму 12 млн долларов.",
        {"recipient": "Мали", "actor": "России", "object": "оружие", "quantity": "12 млн долларов"},
    ),
    ("role", "Юлий Арсеньев возглавляет компанию с 2019 года.", {"actor": "Юлий Арсеньев", "object": "компанию"}),
    ("role", "Компания связана с Корпусом стражей исламской революции.", {"actor": "Компания"}),
    ("role", "Владелец компании — Юлий Арсеньев.", {"actor": "Юлий Арсеньев"}),
    ("visit", "Российские техники побывали на базе в апреле.", {"actor": "Российские техники"}),
    ("flight", "В понедельник борт вылетел из Алжира, а ночью сел в Каракасе.", {"origin": "Алжира"}),
    (
        "transfer",
        "Компания продала ракеты Судану в 2021 году.",
        {"actor": "Компания", "object": "ракеты", "recipient": "Судану"},
    ),
    (
        "transfer",
        "Оружие было доставлено в Триполи компанией «Север Карго».",
        {"object": "Оружие", "destination": "Триполи"},
    ),
    (
        "designation",
        "США внесли компанию «Север Карго» в санкционный список в 2022 году.",
        {"actor": "США", "object": "«Север Карго»"},
    ),
    ("arrest", "Полиция задержала в Лиме двух наёмников.", {"actor": "Полиция"}),
    ("arrest", "В Лиме арестовали капитана судна.", {"object": "капитана судна"}),
    ("transfer", "Правительство отрицает отправку ракет в Судан.", {"object": "ракет"}),
    ("role", "Совладельцем компании является Юлий Арсеньев.", {"actor": "Юлий Арсеньев"}),
    ("role", "Представитель министерства Юлий Арсеньев отказался от комментариев.", {"actor": "Юлий Арсеньев"}),
    ("casualties", "Погибли не менее 14 человек.", {"quantity": "не менее 14"}),
    ("designation", "Против компании введены санкции ЕС.", {"object": "компании"}),
]
ARABIC = [
    ("casualties", "قتل أحد عشر مدنيا يوم الثلاثاء في قصف على البلدة.", {"object": "مدنيا"}),
    ("casualties", "أسفر الهجوم عن مقتل 23 شخصا.", {"quantity": "23", "object": "شخصا"}),
    ("flight", "أقلعت الطائرة من مينسك في 3 مارس وهبطت في كاراكاس.", {"origin": "مينسك", "destination": "كاراكاس"}),
    ("flight", "نفذت شركة الشمال للشحن أربع رحلات إلى طرابلس في مارس.", {"destination": "طرابلس", "count": "أربع"}),
    ("visit", "وصل وزير الدفاع إلى طهران يوم الاثنين.", {"actor": "وزير الدفاع", "destination": "طهران"}),
    ("transfer", "تم تسليم 30 بندقية إلى الجيش.", {"object": "بندقية", "quantity": "30", "recipient": "الجيش"}),
    (
        "transfer",
        "نقلت الطائرة صواريخ إلى طرابلس.",
        {"carrier": "الطائرة", "object": "صواريخ", "destination": "طرابلس"},
    ),
    (
        "designation",
        "أدرجت وزارة الخزانة الأمريكية شركة الشمال للشحن على قائمة العقوبات بسبب نقل أسلحة.",
        {"actor": "وزارة الخزانة الأمريكية", "reason": "نقل أسلحة"},
    ),
    ("role", "قال سالم بن غانم، مدير شركة الشمال للشحن، إن الرحلة عادية.", {"actor": "سالم بن غانم"}),
    ("manufacture", "تصنع شركة أوردوفال صواعق في حلب.", {"object": "صواعق"}),
    (
        "arrest",
        "اعتقلت الشرطة طيارين في ليما بتهمة التهريب.",
        {"actor": "الشرطة", "object": "طيارين", "reason": "بتهمة التهريب"},
    ),
    ("arrest", "تم ضبط 40 صاعقا في المطار.", {"object": "صاعقا", "quantity": "40"}),
    ("arrest", "صادرت الجمارك 40 صاعقا في مطار ليما.", {"actor": "الجمارك", "object": "صاعقا", "quantity": "40"}),
    (
        "trade_total",
        "استوردت مالي من روسيا أسلحة بقيمة 12 مليون دولار في 2020.",
        {"recipient": "مالي", "actor": "روسيا", "object": "أسلحة", "quantity": "12 مليون دولار"},
    ),
    ("role", "وقال رئيس الشركة سالم بن غانم إن الرحلة عادية.", {"actor": "سالم بن غانم"}),
    ("visit", "زار فنيون روس القاعدة في أبريل.", {"actor": "فنيون روس"}),
    ("flight", "غادرت الطائرة الجزائر ليلا ووصلت إلى كاراكاس.", {"destination": "كاراكاس"}),
    ("transfer", "باعت الشركة صواريخ إلى السودان عام 2021.", {"actor": "الشركة", "object": "صواريخ"}),
    ("transfer", "أُرسلت الأسلحة إلى طرابلس على متن طائرة شحن.", {"object": "الأسلحة", "destination": "طرابلس"}),
    ("designation", "فرضت الولايات المتحدة عقوبات على شركة الشمال للشحن عام 2022.", {"actor": "الولايات المتحدة"}),
    ("casualties", "أودى القصف بحياة تسعة مدنيين.", {"quantity": "تسعة"}),
    ("transfer", "نفت الحكومة إرسال صواريخ إلى السودان.", {"object": "صواريخ"}),
    ("role", "مالك الشركة هو سالم بن غانم.", {"actor": "سالم بن غانم"}),
    ("designation", "الشركة مدرجة على قائمة العقوبات الأوروبية.", {"object": "الشركة"}),
]
PERSIAN = [
    (
        "casualties",
        "یازده غیرنظامی روز سه\u200cشنبه در حمله به روستا کشته شدند.",
        {"quantity": "یازده", "object": "غیرنظامی"},
    ),
    ("casualties", "در این انفجار ۲۳ نفر جان باختند.", {"quantity": "۲۳", "object": "نفر"}),
    ("flight", "هواپیما ۳ مارس از مینسک برخاست و در کاراکاس فرود آمد.", {"origin": "مینسک"}),
    (
        "flight",
        "شرکت بادبان شمال در ماه مارس چهار پرواز به طرابلس انجام داد.",
        {"destination": "طرابلس", "count": "چهار"},
    ),
    ("visit", "هیئتی از این شرکت در فوریه به مینسک سفر کرد.", {"destination": "مینسک"}),
    ("visit", "وزیر دفاع روز دوشنبه وارد تهران شد.", {"actor": "وزیر دفاع"}),
    ("transfer", "سی قبضه تفنگ به ارتش تحویل داده شد.", {"recipient": "ارتش"}),
    (
        "transfer",
        "این هواپیما موشک به طرابلس منتقل کرد.",
        {"carrier": "این هواپیما", "object": "موشک", "destination": "طرابلس"},
    ),
    ("designation", "اتحادیه اروپا شرکت بادبان شمال را به دلیل انتقال سلاح تحریم کرد.", {"reason": "انتقال سلاح"}),
    ("role", "یوسف آرام، مدیرعامل شرکت بادبان شمال، پاسخ نداد.", {"actor": "یوسف آرام"}),
    ("manufacture", "شرکت اردوال چاشنی تولید می\u200cکند.", {"object": "چاشنی"}),
    (
        "arrest",
        "دو خلبان در لیما به اتهام قاچاق بازداشت شدند.",
        {"object": "خلبان", "place": "لیما", "reason": "به اتهام قاچاق"},
    ),
    ("arrest", "گمرک ۴۰ چاشنی را در فرودگاه توقیف کرد.", {"actor": "گمرک", "object": "چاشنی", "quantity": "۴۰"}),
    ("trade_total", "مالی در سال ۲۰۲۰ به ارزش ۱۲ میلیون دلار سلاح از روسیه وارد کرد.", {"object": "سلاح"}),
    ("role", "رئیس شرکت بادبان شمال، یوسف آرام، استعفا کرد.", {"actor": "یوسف آرام"}),
    ("visit", "کارشناسان روس در آوریل از پایگاه بازدید کردند.", {"actor": "کارشناسان روس"}),
    (
        "flight",
        "هواپیما شامگاه دوشنبه از الجزیره به کاراکاس پرواز کرد.",
        {"origin": "الجزیره", "destination": "کاراکاس"},
    ),
    ("transfer", "محموله\u200cای از سلاح به طرابلس ارسال شد.", {"destination": "طرابلس"}),
    ("arrest", "پلیس سه مظنون را در لیما دستگیر کرد.", {"actor": "پلیس"}),
    ("role", "یوسف آرام مدیرعامل شرکت بادبان شمال است.", {"actor": "یوسف آرام"}),
    ("transfer", "دولت انتقال موشک به سودان را تکذیب کرد.", {"object": "موشک"}),
    ("designation", "این شرکت در فهرست تحریم\u200cهای اتحادیه اروپا قرار دارد.", {"object": "این شرکت"}),
    ("casualties", "در این حمله دست\u200cکم چهارده نفر کشته شدند.", {"quantity": "دست\u200cکم چهارده"}),
    ("arrest", "پلیس راننده کامیون را بازداشت کرد.", {"actor": "پلیس", "object": "راننده کامیون"}),
    ("visit", "گروهی از افسران سودانی هفته گذشته به مینسک رفتند.", {"destination": "مینسک"}),
]

EVERY = [
    (language, *row)
    for language, rows in (
        ("es", SPANISH),
        ("fr", FRENCH),
        ("it", ITALIAN),
        ("pt", PORTUGUESE),
        ("de", GERMAN),
        ("ru", RUSSIAN),
        ("ar", ARABIC),
        ("fa", PERSIAN),
    )
    for row in rows
]


@pytest.mark.parametrize(("language", "kind", "text", "roles"), EVERY)
def test_a_sentence_gives_its_claim_and_who_plays_which_part(language, kind, text, roles):
    (claim,) = [c for c in claims(text, language=language) if c.kind == kind]
    assert {role: [f.text for f in claim.roles.get(role, ())][:1] for role in roles} == {
        role: [words] for role, words in roles.items()
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La compra de fusiles, anunciada en 2017, quedó en nada."),
        ("es", "Si Lima cerrara el aeropuerto, el avión volaría a Quito."),
        ("fr", "Les vols commerciaux vers Tunis ont repris en mars."),
        ("it", "La nazionale di calcio è arrivata a Minsk lunedì."),
        ("pt", "O Governo chegou a anunciar a compra de drones, mas o negócio foi cancelado."),
        ("de", "Der für März geplante Besuch der Delegation in Minsk wurde abgesagt."),
        ("ru", "Если понадобится, самолёт вылетит в Минск."),
        ("ar", "تواصل الخطوط رحلاتها المنتظمة إلى القاهرة."),
        ("fa", "پروازهای مسافری کابل به دبی طبق برنامه انجام می‌شود."),
    ],
)
def test_timetables_suppositions_and_what_came_to_nothing_make_no_claim(language, text):
    assert claims(text, language=language) == ()


def test_the_operator_of_the_plane_is_the_one_last_named_and_stands_outside_the_quotation():
    text = "Un Antonov An-26 de la compañía Norte Cargo salió de Minsk. Aterrizó en Lima el 3 de marzo."
    landing = claims(text, language="es")[-1]
    (operator,) = landing.roles["actor"]
    assert (operator.text, operator.outside_quote) == ("Norte Cargo", True)


def test_the_reason_of_a_listing_is_a_claim_of_its_own_carried_by_the_one_that_is_listed():
    text = "Londres sancionó a la compañía Norte Cargo por haber llevado drones a Trípoli."
    (carried,) = [c for c in claims(text, language="es") if c.kind == "transfer"]
    assert carried.modality == "alleged"
    assert [f.text for f in carried.roles["carrier"]] == ["Norte Cargo"]


def test_vowel_signs_hide_no_arabic_verb():
    bare, signed = (claims(f"{verb} الأسلحة إلى طرابلس.", language="ar") for verb in ("نقلت", "نُقلت"))
    assert [c.kind for c in bare] == [c.kind for c in signed] == ["transfer"]
