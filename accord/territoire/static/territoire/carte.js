// Draws the communes of an EPCI from its own GeoJSON: no tile server, colours by CSS class, every contour reachable
// with the keyboard. The table beside holds the same data, so a failure here only shows a sentence.
(() => {
  const FLECHES = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  const dire = (zone, phrase) => {
    const attente = document.createElement("p");
    attente.className = "carte-attente";
    attente.textContent = phrase;
    zone.replaceChildren(attente);
  };

  const direLesAbsentes = (zone, territoire) => {
    const absentes = territoire.features.filter((commune) => !commune.geometry).map((commune) => commune.properties.nom);
    const note = zone.parentNode.querySelector("[data-accord-sans-contour]");
    if (!note || !absentes.length) return;
    note.textContent = `Sans contour publié, donc absentes de la carte : ${absentes.join(", ")}.`;
    note.hidden = false;
  };

  const dessiner = (zone, territoire) => {
    if (!territoire.features.some((commune) => commune.geometry)) {
      dire(zone, "Les contours de ces communes ne sont pas publiés. Le tableau donne leurs populations.");
      return;
    }
    zone.replaceChildren();
    direLesAbsentes(zone, territoire);
    const carte = L.map(zone, { attributionControl: false, zoomControl: false, zoomSnap: 0.25, keyboard: false, scrollWheelZoom: false });
    L.control.zoom({ zoomInTitle: "Agrandir", zoomOutTitle: "Réduire" }).addTo(carte);
    const dessinees = territoire.features.filter((commune) => commune.geometry);
    const couche = L.geoJSON({ type: "FeatureCollection", features: dessinees }, {
      style: (commune) => ({ className: `contour taille-${commune.properties.taille}` }),
      onEachFeature: (commune, forme) => {
        const { nom, habitants } = commune.properties;
        forme.bindTooltip(`${nom} : ${habitants} habitants`, { sticky: true });
      },
    }).addTo(carte);
    carte.fitBounds(couche.getBounds(), { padding: [8, 8] });
    carte.createPane("mairies").style.zIndex = 450;
    const mairies = L.layerGroup().addTo(carte);
    territoire.features.forEach(({ properties }) => {
      if (properties.mairie) L.circleMarker(properties.mairie, { className: "mairie", pane: "mairies", radius: 2.5, interactive: false }).addTo(mairies);
    });
    rendreAccessible(couche.getLayers());
    zone.dataset.accordCartePrete = "oui";
    new ResizeObserver(() => carte.invalidateSize({ pan: false })).observe(zone);
  };

  const rendreAccessible = (formes) => {
    formes.sort((a, b) => a.feature.properties.nom.localeCompare(b.feature.properties.nom, "fr"));
    formes.forEach((forme, rang) => {
      const { nom, habitants, url } = forme.feature.properties;
      const trace = forme.getElement();
      const ligne = document.getElementById(`commune-${forme.feature.id}`);
      trace.setAttribute("tabindex", rang === 0 ? "0" : "-1");
      trace.setAttribute("role", "link");
      trace.setAttribute("aria-label", `${nom}, ${habitants} habitants`);
      const designer = (oui) => [trace, ligne].forEach((element) => element && element.classList.toggle("designee", oui));
      const ouvrir = () => { window.location.href = url; };
      [trace, ligne].forEach((element) => {
        if (!element) return;
        element.addEventListener("mouseenter", () => designer(true));
        element.addEventListener("mouseleave", () => designer(false));
      });
      trace.addEventListener("focus", () => { designer(true); forme.openTooltip(forme.getBounds().getCenter()); });
      trace.addEventListener("blur", () => { designer(false); forme.closeTooltip(); });
      forme.on("click", ouvrir);
      trace.addEventListener("keydown", (evenement) => {
        if (evenement.key === "Enter") ouvrir();
        const pas = FLECHES[evenement.key];
        if (!pas) return;
        evenement.preventDefault();
        const suivante = formes[(rang + pas + formes.length) % formes.length].getElement();
        trace.setAttribute("tabindex", "-1");
        suivante.setAttribute("tabindex", "0");
        suivante.parentNode.append(suivante); // drawn last, so that its focus ring is whole
        suivante.focus();
      });
    });
  };

  document.querySelectorAll("[data-accord-carte]").forEach(async (zone) => {
    dire(zone, "La carte se charge…");
    try {
      const reponse = await fetch(zone.dataset.accordCarte);
      if (!reponse.ok) throw new Error(reponse.statusText);
      dessiner(zone, await reponse.json());
    } catch {
      dire(zone, "La carte n’a pas pu être chargée. Le tableau donne les mêmes informations.");
    }
  });
})();
