package extract

var spanish = language{
	code:     "es",
	common:   "el la de que y los en un por con no una las del se para su al como más pero ha este",
	months:   "enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto|septiembre setiembre|octubre|noviembre|diciembre",
	credits:  []string{"foto de archivo", "fuente", "imagen", "imágenes", "autor(?:ía)?", "fotografía", "crédito"},
	bylines:  []string{"de", "por", "escrito por", "publicado por"},
	profiles: []string{"todos los artículos de", "ver perfil de"},
	roles:    []string{"redactora?", "periodista", "corresponsal", "enviad[oa] especial"},
	notNames: "redacción|la redacción|agencias",
	stops: []string{
		"lea también", "lee también", "te puede interesar", "puede interesarte", `más (?:en|sobre|noticias|información)\b`, "noticias relacionadas",
		"relacionad[oa]s", "artículos relacionados", "comentarios", "etiquetas", "temas", "lo más (?:leído|visto)", "te recomendamos", "archivado en",
	},
	pointers: []string{
		"lea también", "le[ea] (?:también|más|aquí)", "te puede interesar", "ver también", "vea también", "mira también", "más información",
	},
	invitations: []string{
		"suscríb", "síguenos", "recib[ae] (?:la|nuestra|el|nuestro) .{0,40}(?:newsletter|boletín)", "comparte (?:este|el) artículo",
		"descarga (?:la|nuestra) app",
	},
	labels: []string{
		"publicidad", "compartir", "imprimir", "guardar", "escuchar", "comentar", `\d+ comentarios?`, "tiempo de lectura.{0,20}",
		`\d+ min(?:utos)? de lectura`,
	},
	corrections: []string{"fe de errores", "fe de erratas", "una versión anterior de est", `corrección\s?:`, `rectificación\s?:`},
	smallPrints: []string{"todos los derechos reservados", "prohibida su reproducción"},
	bios:        []string{"es", "escribe", "cubre", "trabaja"},
	comments:    []string{"comentarios", "deja (?:un|tu) comentario"},
	paywall: []string{
		"contenido exclusivo", "para seguir leyendo", "(?:exclusivo|s[óo]lo) para suscriptores", "ya eres suscriptor",
		"suscríbete para (?:seguir|leer|continuar)",
	},
	consent: []string{
		"utilizamos cookies", "nuestros socios", "aceptar (?:todo|todas|y continuar)", "[st]u consentimiento", "datos personales",
	},
}
