package extract

import "strings"

// The words that class names, ids and roles are made of, and what they say.
// Common nouns only, in the languages templates are written in.

var wordTable = table(map[mark]string{
	mNav:        "nav navi navigation menu menue menubar topbar navbar pagination pager pagenav subnav hamburger sitemap banner search suche skip",
	mShare:      "share sharing shares social socials teilen partager compartir condividi delen del sharebar sharebuttons bookmark merken favorite favorites follow whatsapp facebook twitter socialmedia paylas dela delning udostepnij sdilet teile partage",
	mRelated:    "related relateds relacionadas relacionados relacionado recommend recommended recommendation recommendations recommender recirc recirculation similar suggestions suggested suggest readmore weiterlesen mostread mostviewed mostpopular popular trending meistgelesen meistgelesene empfehlung empfehlungen outbrain taboola correlati correlate lees gerelateerd verwandte linklist moreon nextarticle rankings ranking relaterte relaterat relaterede ilgili powiazane souvisejici liittyvat artikelempfehlungen weitere readnext mehrzumthema similaires leggianche leiamais saibamais",
	mTeaser:     "teaser teasers promo promos promotion promoted card cards carousel slider swiper readalso upsell crosssell",
	mAd:         "ad ads adv advert advertisement advertising adslot adunit adsense anzeige anzeigen werbung sponsored sponsor sponsors reklame annonse pub publicidad publicite pubblicita banner dfp gpt adbox affiliate shopping reklam commercial advertentie advertenties reklamy reklama annons annonser publicitate mainos mainokset",
	mNewsletter: "newsletter newsletters newslettersignup subscribe subscription subscriptions signup abonnement abo abobox mailinglist push notification notifications nieuwsbrief nyhetsbrev nyhedsbrev infolettre boletin bulten biuletyn",
	mComment:    "comment comments commentlist kommentar kommentare kommentarer comentarios commentaires commenti disqus discussion diskussion forum respond reactie reacties coral reactions reaction leserkommentare yorum yorumlar komentarze komentare reaktionen reageren debatt commentaire",
	mPaywall:    "paywall regwall offer offers bezahlschranke paywalled",
	mConsent:    "cookie cookies consent gdpr",
	mFoot:       "footer foot colophon impressum contentinfo",
	mSide:       "sidebar aside complementary rail marginal",
	mTags:       "tags taglist tag keywords keyword topics schlagworte schlagwort themen tagcloud hashtag hashtags",
	mAbout:      "authorbox bio biography authorbio autorenbox",
	mTool:       "print tools tool toolbar toolbox button buttons btn fontsize audio listen tts readaloud vorlesen player vorlesefunktion tooltip toast actions action actionbar qr feedback rating ratings vote votes",
	mCrumb:      "breadcrumb breadcrumbs brotkrumen crumbs crumb ariane",
	mPoll:       "poll polls survey quiz umfrage voting",
	mDialog:     "dialog modal popup overlay alertdialog lightbox offcanvas popover tooltip",
	mMeta:       "meta metadata info metainfo",
	mByline:     "byline author authors autor autoren autore autores auteur auteurs writer verfasser authorname contributor contributors journalist signature firma reporter creator redacteur forfatter skribent byliner authorline autorzeile firmas autorin autorinnen autorenzeile redacteurs auteurice schrijver forfattere yazar autorka signatures redakteur journaliste giornalista authorlist writtenby",
	mDate:       "date datum time timestamp datetime published publish pubdate datepublished datemodified fecha updated zeit uhrzeit dato stand dateline",
	mKicker:     "kicker overline topline dachzeile roofline spitzmarke eyebrow supertitle suptitle suptitel pretitle pretitel surtitre antetitulo cintillo occhiello tagline ueberzeile vorzeile overtitle oberzeile flag hat antetitel antititulo volada stikktittel stikord vignette vignett overrubrik nadtytul vinjett ueberschriftszeile dachzeilen",
	mHeadline:   "headline title titel titulo titolo titre heading headlines schlagzeile hl",
	mStandfirst: "standfirst lead lede intro introduction summary dek deck subtitle subheadline subheading subhead subline vorspann einleitung abstract chapo chapeau sommario catenaccio entradilla bajada copete sapo ingress teaser description excerpt anriss leadtext subtitulo strap shorttext synopsis resumen underrubrik manchet preamble strapline bulletpoints bullets desc unterzeile subtitel teasertext leadparagraph perex spot zajawka lid ondertitel undertittel undertitel epigraph epigrafe epigraphe inleiding ingressi volanta introtext introduccion introduzione articlesummary bajante subtitre soustitre untertitel sottotitolo antetexto premessa leadin vorwort resume ozet",
	mCaption:    "caption captions figcaption bildunterschrift bildtext legend legende legenda pie infotext bu cutline bildbeschreibung didascalia bildtekst bijschrift bildetekst billedtekst bildunterzeile unterschrift didascalie podpis popisek altyazi leyenda photocaption imagecaption mediacaption fotobeschreibung picturecaption captiontext onderschrift",
	mCredit:     "credit credits copyright copyrights photocredit imagecredit bildquelle bildnachweis fotograf photographer photographers rights bildrechte urheber fotocredit bildcredit agency quelle attribution imagesource fotografo fotoquelle bildautor fotoautor fotocredits creditos fotografie zdroj zrodlo kaynak fonte bron kilde fotoğraf fotograaf creditline photoby imagecopyright fotonachweis valokuvaaja",
	mFigure:     "figure image img picture photo foto bild media thumbnail imageblock",
	mGallery:    "gallery galerie slideshow galeria bildergalerie bilderstrecke fotostrecke diaporama",
	mVideo:      "video videos videoplayer youtube vimeo livestream mediaplayer",
	mEmbed:      "embed embeds embedded oembed tweet instagram tiktok iframe datawrapper infogram widget",
	mQuote:      "quote pullquote blockquote zitat quotation citation cita",
	mPull:       "pullquote pullquotes pullout zitatbox hervorhebung",
	mQuestion:   "question questions frage fragen interviewfrage pregunta domanda vraag fraga",
	mBox:        "infobox factbox faktenbox faktbox faktaboks infokasten faktaruta kasten factsheet hintergrund",
	mBody:       "articlebody storybody bodytext artikeltext fliesstext entrycontent postcontent copytext articletext storytext articlecontent",
	mArticle:    "article artikel story post beitrag",
	mCorrection: "correction corrections korrektur clarification berichtigung erratum editorsnote rettelse rectification rectificatif rettifica correccion correctie",
	mSource:     "source sources quelle quellen agency agentur",
	mSubhead:    "subhead subheadline zwischentitel zwischenueberschrift crosshead subtitle intertitle intertitre intertitulo ladillo despiece tussenkop tussentitel mellomtittel mellanrubrik mellemrubrik interline crossheading zwischenheadline zwischenzeile sottotitoletto srodtytul mezititulek",
	mLogo:       "logo icon icons avatar emoji sprite",
	mNote:       "disclaimer disclosure hinweis transparency transparenz",
	mLive:       "liveticker liveblog ticker",
	mSummary:    "keypoints keypoint summary zusammenfassung highlights takeaways",
	mBold:       "bold strong",
	mBreak:      "br linebreak",
	mHead:       "header head masthead heading kopf",
	mEnd:        "end ende appendix",
	mCounter:    "counter count readingtime duration lesezeit lesedauer",
})

var pairTable = table2(map[mark]string{
	mRelated:    "read more|more on|more from|most read|most viewed|most popular|see also|also read|read also|read next|up next|further reading|more stories|more articles|other articles|other news|top stories|latest news|you may|lire aussi|leggi anche|lea tambien|mehr zum|mehr thema|article recommendations|link list|linked stories|next article|inline article|article list|news list|story list|related content|topic list",
	mNewsletter: "sign up|mailing list|news letter|email signup",
	mShare:      "add to|save article",
	mTags:       "tag list|tag cloud|topic tags|article tags|post tags",
	mAbout:      "author box|author bio|author info|author card|about author|author about|author description|autoren box|post author|author profile|author details",
	mTool:       "text to|font size|read aloud|audio player|listen to|article actions|article tools|action bar",
	mStandfirst: "sub title|sub headline|sub head|sub heading|lead text|mid title|bullet points|article lead|intro text|article intro|article summary|key points",
	mKicker:     "over line|pre title|top line|roof line|super title|over title|pre headline|title prefix|headline prefix",
	mCredit:     "image source|photo credit|image credit|photo by|image author|photo author|picture credit|image copyright|photo source|media source|caption author|caption source|author photo|image rights|photo copyright|caption credit|media credit|image owner|image by",
	mCaption:    "image description|image caption|image text|photo caption|media description|image title|picture text|media caption|media text|image info|bild text|media info|wp caption",
	mBody:       "article body|story body|article text|article content|entry content|post content|body text|content body|story content|story text|article main|body copy|post body|news body|news content|detail body|text body|rich text|main text|article paragraphs",
	mPull:       "pull quote|pull out|quote box|zitat box",
	mBox:        "info box|fact box|fakten box|info kasten|fact sheet",
	mCorrection: "editors note|editor note|update note",
	mCounter:    "reading time|read time|lese zeit|reading duration",
	mSummary:    "key points|key facts|key takeaways",
	mComment:    "user comments|leave reply|join conversation",
	mPaywall:    "pay wall|reg wall|article offer|premium offer|premium overlay|subscriber only|plus overlay",
	mConsent:    "external content|privacy notice",
})

// partTable finds words inside longer ones.
var partTable = []struct {
	part string
	mark mark
}{
	{"newsletter", mNewsletter},
	{"comment", mComment},
	{"kommentar", mComment},
	{"related", mRelated},
	{"recommend", mRelated},
	{"empfehl", mRelated},
	{"teaser", mTeaser},
	{"advert", mAd},
	{"sponsor", mAd},
	{"werbung", mAd},
	{"sharing", mShare},
	{"social", mShare},
	{"paywall", mPaywall},
	{"cookie", mConsent},
	{"consent", mConsent},
	{"breadcrumb", mCrumb},
	{"navigation", mNav},
	{"caption", mCaption},
	{"bildunterschrift", mCaption},
	{"copyright", mCredit},
	{"bildquelle", mCredit},
	{"photocredit", mCredit},
	{"imagecredit", mCredit},
	{"photographer", mCredit},
	{"gallery", mGallery},
	{"galerie", mGallery},
	{"byline", mByline},
	{"author", mByline},
	{"headline", mHeadline},
	{"standfirst", mStandfirst},
	{"subtitle", mStandfirst},
	{"subheadline", mStandfirst},
	{"articlebody", mBody},
	{"articlecontent", mBody},
	{"mostread", mRelated},
	{"readmore", mRelated},
	{"footer", mFoot},
	{"sidebar", mSide},
	{"infobox", mBox},
	{"factbox", mBox},
	{"pullquote", mQuote | mPull},
	{"slideshow", mGallery},
	{"subscri", mNewsletter},
}

// hiddenClass are classes that take an element from sight on every site.
var hiddenClass = map[string]bool{
	"hidden": true, "hide": true, "is-hidden": true, "u-hidden": true, "visually-hidden": true, "visuallyhidden": true, "sr-only": true,
	"screen-reader-text": true, "screenreader-only": true, "screen-reader-only": true, "invisible": true, "d-none": true, "a11y-hidden": true, "is-visually-hidden": true,
	"u-visually-hidden": true, "u-visuallyhidden": true, "element-invisible": true, "assistive-text": true, "a11y": true, "u-a11y-hidden": true, "sronly": true, "hideme": true, "offscreen": true,
	"hidecompletely": true, "display-none": true, "dn": true, "aural": true, "show-for-sr": true, "only-sr": true,
}

func table(byMark map[mark]string) map[string]mark {
	t := make(map[string]mark, 1024)
	for m, words := range byMark {
		for w := range strings.FieldsSeq(words) {
			t[w] |= m
		}
	}
	return t
}

func table2(byMark map[mark]string) map[string]mark {
	t := make(map[string]mark, 256)
	for m, pairs := range byMark {
		for p := range strings.SplitSeq(pairs, "|") {
			t[p] |= m
		}
	}
	return t
}
