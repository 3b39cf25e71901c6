package extract

var turkish = language{
	code:     "tr",
	common:   "ve bir bu için da de ile olarak olan çok daha gibi sonra kadar ne en göre ancak olduğu",
	months:   "ocak|şubat subat|mart|nisan|mayıs mayis|haziran|temmuz|ağustos agustos|eylül eylul|ekim|kasım kasim|aralık aralik",
	credits:  []string{"fotoğraf", "kaynak", "görsel"},
	bylines:  []string{"yazan", "yazar", "hazırlayan"},
	roles:    []string{"muhabiri?", "gazeteci", "köşe yazarı"},
	notNames: "haber merkezi|dış haberler",
	stops: []string{
		"ilgili haberler", "yorumlar", "etiketler", "son dakika", "çok okunanlar", "ilginizi çekebilir", "diğer haberler", "en çok okunan",
	},
	pointers:    []string{"ilgili haber", "haberin devamı", "ayrıca (?:bakın|okuyun)", "daha fazla oku"},
	invitations: []string{"abone ol", "bizi takip edin", "bültenimize (?:abone|kaydol|kayıt)", "haberi paylaş", "uygulamamızı indir"},
	labels:      []string{"reklam", "paylaş", "yazdır", "kaydet", "dinle", "yorum yap", "okuma süresi.{0,20}"},
	corrections: []string{`düzeltme[\s:]`, "bu haberin (?:önceki|ilk)", "tekzip"},
	smallPrints: []string{"tüm hakları saklıdır"},
	comments:    []string{"yorumlar", "yorum yap"},
	paywall:     []string{"(?:sadece|yalnızca) abonelere", "abonelere özel", "okumaya devam etmek için", "devamını okumak için", "zaten abone"},
	consent:     []string{"çerez(?:ler)?i? kullan", "tümünü kabul", "iş ortaklarımız", "kişisel veri", "onayınız"},
}
