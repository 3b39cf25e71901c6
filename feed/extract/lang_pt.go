package extract

var portuguese = language{
	code:     "pt",
	common:   "o de que e do da em um para é com não uma os no se na por mais as dos como mas foi ao",
	months:   "janeiro|fevereiro|março||maio|junho|julho||setembro|outubro|novembro|dezembro",
	credits:  []string{"foto arquivo", "reprodução", "divulgação", "imagem"},
	bylines:  []string{"texto de"},
	roles:    []string{"jornalista", "repórter", "correspondente"},
	notNames: "da redação|redação",
	stops: []string{
		"leia também", "leia mais", "saiba mais", "veja também", "mais lid[ao]s", "notícias relacionadas", "artigos relacionados", `tópicos[^\pL]*$`,
		"últimas notícias",
	},
	pointers: []string{"leia (?:também|mais)", "veja (?:também|mais)", "confira (?:também|mais)", "ler mais", `assista\s?:`},
	invitations: []string{
		"inscreva-se", "siga-nos", "receba (?:a|as|nossa|o|todos) .{0,40}newsletter", "(?:partilhe|compartilhe) (?:este|esta|o artigo)",
		"baixe o (?:app|aplicativo)",
	},
	weakInvitations: []string{`\bassine\b`},
	labels:          []string{"compartilhe", "publicidade", "partilhar", "compartilhar", "ouvir", `\d+ comentários?`, "tempo de leitura.{0,20}"},
	corrections:     []string{`errata[\s:]`, `correção\s?:`, "uma versão anterior dest"},
	smallPrints:     []string{"todos os direitos reservados"},
	bios:            []string{"é", "escreve", "trabalha"},
	comments:        []string{"comentários", "deixe (?:um|seu|o seu) comentário"},
	paywall: []string{
		"exclusivo para assinantes", "conteúdo exclusivo", "para continuar (?:a ler|lendo)", "já é assinante", "assine para (?:ler|continuar)",
	},
	consent: []string{"usamos cookies", "aceitar (?:tudo|todos|e continuar)", "nossos parceiros", "dados pessoais", "seu consentimento"},
}
